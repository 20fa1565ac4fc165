import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { useGoOn } from '../verify/use-go-on.ts';
import styles from './approve.module.css';
import { approveKey, sendBackKey } from './keys.ts';
import { useSendBack } from './use-send-back.tsx';

export interface ReviewActionsProps {
  readonly document: DocumentDetail;
}

/** The supervisor's word. Whoever may not give it is told at once why, in one sentence. */
export function ReviewActions({ document }: ReviewActionsProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const { goOn } = useGoOn('approve');
  const announce = useAnnounce();
  const may = useMay();
  const sendBack = useSendBack(document);
  const approve = useMutation({
    mutationFn: () => station.verification.approve({ documentId: document.id }),
    onSuccess: (answer) => {
      announce(t('approve.approved'));
      goOn(answer);
    },
  });
  const approves = may('verification.approve');
  const whyNot = t(may('verification.decide') ? 'approve.needsSupervisor' : 'approve.onlyLooks');
  const listening = !sendBack.asking && !approve.isPending;
  // Who presses a key without the right hears again what the notice says.
  const hear = (act: () => void) => (approves ? act : () => announce(whyNot, 'assertive'));
  useScreenKey(approveKey, hear(approve.mutate), listening);
  useScreenKey(sendBackKey, hear(sendBack.ask), listening);

  return (
    <div className={styles.actions}>
      {approve.isError ? (
        <TroubleNotice error={approve.error} onRetry={() => approve.mutate()} />
      ) : approves ? (
        document.ownWork && <Notice tone="doubt">{t('approve.ownWork')}</Notice>
      ) : (
        <Notice tone="muted">{whyNot}</Notice>
      )}
      <div className={styles.buttons}>
        <span className={styles.soft}>
          {document.verifiedBy === null ? null : t('approve.verifiedBy', { name: document.verifiedBy.name })}
        </span>
        {approves ? (
          <>
            {sendBack.button}
            <Button
              loading={approve.isPending}
              rightSection={<Key name={approveKey} />}
              onClick={() => approve.mutate()}
            >
              {t('approve.approve')}
            </Button>
          </>
        ) : null}
      </div>
      {sendBack.dialog}
    </div>
  );
}
