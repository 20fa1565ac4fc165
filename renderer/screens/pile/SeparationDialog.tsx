import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PileView, Separation } from '../../../contract/pile.ts';
import { useStation } from '../../app/use-station.ts';
import { SeparationField } from '../../separation/SeparationField.tsx';
import { SeparatorSheetsDialog } from '../../separation/SeparatorSheetsDialog.tsx';
import { draftOf, separationOf } from '../../separation/separation-draft.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './pile.module.css';

export interface SeparationDialogProps {
  readonly view: PileView;
  onSeparate(separation: Separation): void;
  onClose(): void;
}

/** Cuts the pile into documents another way, and prints the sheets for it. */
export function SeparationDialog({ view, onSeparate, onClose }: SeparationDialogProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const batch = useQuery(queries.batch(view.batchId));
  const [draft, setDraft] = useState(() => draftOf(view.separation));
  const [tried, setTried] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const separation = separationOf(draft);
    if (separation !== null) onSeparate(separation);
  };
  const profileId = batch.data?.profileId;
  // In the place of this dialog, not over it: Escape leaves one of them.
  if (isPrinting && profileId !== undefined)
    return <SeparatorSheetsDialog profileId={profileId} onClose={() => setPrinting(false)} />;
  return (
    <Dialog onClose={onClose} title={t('separation.changeTitle')}>
      <form className={styles.arrange} noValidate onSubmit={send}>
        <SeparationField {...{ draft, tried }} onChange={setDraft} onPrint={() => setPrinting(true)} />
        <p className={styles.soft}>{t('separation.changeHelp')}</p>
        <div className={styles.arrangeButtons}>
          <Button type="submit">{t('separation.change')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
