import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useHelp } from '../../app/help/help.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useGoOn } from '../verify/use-go-on.ts';
import styles from './approve.module.css';
import { SendBackDialog } from './SendBackDialog.tsx';
import { useReviewKeys } from './use-review-keys.ts';

export interface ReviewActionsProps {
  readonly document: DocumentDetail;
}

/** The supervisor's word. Whoever verified the document is told at once why they may not approve it. */
export function ReviewActions({ document }: ReviewActionsProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const { goOn } = useGoOn('approve');
  const announce = useAnnounce();
  const help = useHelp();
  const may = useMay();
  const [asking, setAsking] = useState(false);

  const leave = (answer: DocumentDetail, said: string): void => {
    announce(said);
    goOn(answer);
  };
  const approve = useMutation({
    mutationFn: () => station.verification.approve({ documentId: document.id }),
    onSuccess: (answer) => leave(answer, t('approve.approved')),
  });
  const approves = may('verification.approve');
  const sendBack = (): void => {
    if (approves) setAsking(true);
  };
  // Who presses the key without the right is told why not.
  useReviewKeys({ approve: () => approve.mutate(), sendBack }, !asking && !approve.isPending && !help.shown);

  return (
    <div className={styles.actions}>
      {document.ownWork && !approve.isError ? <Notice tone="doubt">{t('approve.ownWork')}</Notice> : null}
      {approves ? null : (
        <Notice tone="muted">{t(may('verification.decide') ? 'approve.needsSupervisor' : 'approve.onlyLooks')}</Notice>
      )}
      {approve.isError ? <TroubleNotice error={approve.error} onRetry={() => approve.mutate()} /> : null}
      <div className={styles.buttons}>
        <span className={styles.soft}>
          {document.verifiedBy === null ? null : t('approve.verifiedBy', { name: document.verifiedBy.name })}
        </span>
        {approves ? (
          <>
            <Button variant="default" rightSection={<Key name="F7" />} onClick={sendBack}>
              {t('approve.sendBack')}
            </Button>
            <Button loading={approve.isPending} rightSection={<Key name="F9" />} onClick={() => approve.mutate()}>
              {t('approve.approve')}
            </Button>
          </>
        ) : null}
      </div>
      {asking ? (
        <SendBackDialog
          documentId={document.id}
          onClose={() => setAsking(false)}
          onSent={(answer) => leave(answer, t('approve.sentBack'))}
        />
      ) : null}
    </div>
  );
}
