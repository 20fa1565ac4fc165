import { useTranslation } from 'react-i18next';
import type { DocumentDetail, DocumentSummary } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { Comments } from '../../ui/Comments.tsx';
import { DocumentCount } from '../../ui/DocumentCount.tsx';
import { DocumentNotices } from '../../ui/DocumentNotices.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { Status } from '../../ui/Status.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { PracticeNote } from '../practice/PracticeNote.tsx';
import { CommentDialog } from './CommentDialog.tsx';
import { Complete } from './Complete.tsx';
import { DocumentPage, type Picking } from './DocumentPage.tsx';
import { FieldEditor } from './FieldEditor.tsx';
import { FieldList } from './FieldList.tsx';
import { FieldPlace } from './FieldPlace.tsx';
import { isBeingVerified } from './flow.ts';
import { NotThisFormDialog } from './NotThisFormDialog.tsx';
import { OvertakenNotice } from './OvertakenNotice.tsx';
import { PageKeys } from './PageKeys.tsx';
import { RescanDialog } from './RescanDialog.tsx';
import { RescanNotice } from './RescanNotice.tsx';
import { TakenNotice } from './TakenNotice.tsx';
import { UnfinishedNotices } from './UnfinishedNotices.tsx';
import type { HoldOnDocument } from './use-hold.ts';
import { usePageInSight } from './use-page-in-sight.ts';
import { usePageLookedAt } from './use-page-looked-at.ts';
import { type Bench, type Kept, useWorkbench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface WorkbenchProps {
  readonly document: DocumentDetail;
  readonly queue: readonly DocumentSummary[];
  readonly kept: Kept;
  readonly hold: HoldOnDocument;
}

/** One document in hand: the field in focus, its place on the page, all fields, the whole page. */
export function Workbench({ document, queue, kept, hold }: WorkbenchProps) {
  const { t, i18n } = useTranslation();
  const path = useBatchPath(document.batchId);
  const bench = useWorkbench(document, queue, kept, hold.free);
  const { field } = bench;
  const sight = usePageInSight(document, field);
  const looked = usePageLookedAt(sight.document, sight.field);
  const open = isBeingVerified(document) && hold.free;
  return (
    <div className={styles.screen} data-document={document.id}>
      <ScreenHead
        title={document.form === null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title)}
        path={path}
        detail={<BenchState document={document} waiting={queue.length} pending={bench.words.pending} />}
      />
      {document.cause === null && document.note === null ? null : (
        <div className={styles.notes}>
          <DocumentNotices document={document} />
        </div>
      )}
      <div className={styles.body}>
        <div className={styles.work}>
          <FieldPlace field={field} pages={document.pageList} zoom={bench.zoom} />
          {bench.words.failure === null ? null : (
            <TroubleNotice error={bench.words.failure.error} onRetry={bench.words.failure.retry} />
          )}
          <UnfinishedNotices documentId={document.id} finishing={kept.finishing} onRetry={bench.finish} />
          <TakenNotice hold={hold} />
          <OvertakenNotice overtaken={bench.overtaken} />
          {document.state === 'rescan' ? <RescanNotice document={document} /> : null}
          {isBeingVerified(document) || document.state === 'rescan' ? null : (
            <Notice tone="muted">{t('verify.readOnly', { state: t(`documentState.${document.state}`) })}</Notice>
          )}
          {field === null ? (
            open ? (
              <Complete documentId={document.id} finishing={bench.finishing} onFinish={bench.finish} />
            ) : null
          ) : (
            <FieldEditor bench={bench} field={field} disabled={!open} />
          )}
          <PracticeNote document={document} field={field} />
          <Comments documentId={document.id} fields={document.fields} />
          <FieldList fields={bench.fields} current={field?.pointer ?? null} onChoose={bench.choose} />
        </div>
        <DocumentPage
          document={sight.document}
          field={sight.field}
          fit={bench.fit}
          looked={looked}
          tools={<PageKeys run={bench.run} picking={open && field !== null} />}
          {...(open && field !== null && sight.isInHand && { picking: pickingOf(bench) })}
        />
      </div>
      <BenchDialog bench={bench} document={document} inView={looked.index} />
    </div>
  );
}

function pickingOf({ overlay, pick, closeOverlay }: Bench): Picking {
  return { byKeyboard: overlay === 'words', onPick: pick, onClose: closeOverlay };
}

interface BenchDialogProps {
  readonly bench: Bench;
  readonly document: DocumentDetail;
  /** Position of the page that is shown. */
  readonly inView: number;
}

function BenchDialog({ bench, document, inView }: BenchDialogProps) {
  switch (bench.overlay) {
    case 'comment':
      return (
        <CommentDialog
          documentId={document.id}
          field={bench.field}
          begun={bench.comment}
          onClose={bench.closeOverlay}
        />
      );
    case 'not-this-form':
      return <NotThisFormDialog document={document} onClose={bench.closeOverlay} />;
    case 'rescan':
      return <RescanDialog document={document} inView={inView} bench={bench} />;
    default:
      return null;
  }
}

interface BenchStateProps {
  readonly document: DocumentDetail;
  readonly waiting: number;
  readonly pending: number;
}

function BenchState({ document, waiting, pending }: BenchStateProps) {
  const { t } = useTranslation();
  return (
    <>
      {document.openFields === 0 ? (
        <Status tone="sure" icon="sure">
          {t('verify.verified')}
        </Status>
      ) : (
        <Status tone="doubt" icon="doubtful">
          {t('verify.progress', { count: document.openFields })}
        </Status>
      )}
      <DocumentCount document={document} waiting={waiting} />
      {pending > 0 ? <span className={styles.soft}>{t('field.saving')}</span> : null}
    </>
  );
}
