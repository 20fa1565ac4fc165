import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import type { PageFit } from '../../canvas/PagePicture.tsx';
import { Comments } from '../../ui/Comments.tsx';
import { DocumentCount } from '../../ui/DocumentCount.tsx';
import { DocumentNotices } from '../../ui/DocumentNotices.tsx';
import { documentStateLook } from '../../ui/document-state.ts';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { Status } from '../../ui/Status.tsx';
import { DocumentPage } from '../verify/DocumentPage.tsx';
import { WholePageKey } from '../verify/PageKeys.tsx';
import { usePageLookedAt } from '../verify/use-page-looked-at.ts';
import { ApprovedActions } from './ApprovedActions.tsx';
import styles from './approve.module.css';
import { Receipt } from './Receipt.tsx';
import { RecordTable } from './RecordTable.tsx';
import { ReviewActions } from './ReviewActions.tsx';

export interface ReviewProps {
  readonly document: DocumentDetail;
  readonly queue: readonly DocumentSummary[];
}

/** The record of one document, whose word each value is, and the page it stands on. */
export function Review({ document, queue }: ReviewProps) {
  const { t, i18n } = useTranslation();
  const path = useBatchPath(document.batchId);
  const [pointer, setPointer] = useState(document.fields[0]?.pointer ?? null);
  const [fit, setFit] = useState<PageFit>('width');
  const turnFit = (): void => setFit((before) => (before === 'whole' ? 'width' : 'whole'));
  const field = document.fields.find((one) => one.pointer === pointer) ?? null;
  const looked = usePageLookedAt(document, field);
  return (
    <div className={styles.screen} data-document={document.id}>
      <ScreenHead
        title={document.form === null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title)}
        path={path}
        detail={
          <>
            <Status {...documentStateLook[document.state]}>{t(`documentState.${document.state}`)}</Status>
            <DocumentCount document={document} waiting={queue.length} />
          </>
        }
      />
      <div className={styles.body}>
        <div className={styles.record}>
          <DocumentNotices document={document} />
          <Comments documentId={document.id} fields={document.fields} />
          {document.receipt === null ? null : <Receipt receipt={document.receipt} />}
          <RecordTable fields={document.fields} current={pointer} onChoose={setPointer} onWholePage={turnFit} />
          {document.state === 'verified' ? <ReviewActions document={document} /> : null}
          {document.state === 'approved' ? <ApprovedActions document={document} /> : null}
        </div>
        <DocumentPage
          document={document}
          field={field}
          fit={fit}
          looked={looked}
          tools={<WholePageKey onPress={turnFit} />}
        />
      </div>
    </div>
  );
}
