import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../app/i18n.ts';
import { useServices } from '../app/services.ts';
import { useStation } from '../app/use-station.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import styles from './separation.module.css';
import { mistakeIn, type SheetsDraft, sheetsIn, wishOf } from './sheets-draft.ts';

export interface SeparatorSheetsDialogProps {
  /** Of the pile at hand; another may be chosen. */
  readonly profileId: string;
  onClose(): void;
}

/** Separator sheets as a PDF to print: for which profile, with which archival references, and how many. */
export function SeparatorSheetsDialog({ profileId, onClose }: SeparatorSheetsDialogProps) {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const profiles = useQuery(queries.profiles());
  const [draft, setDraft] = useState<SheetsDraft>({ profileId, references: '', copies: '10', bothSides: false });
  const [tried, setTried] = useState(false);
  const save = useSaveSheets();
  const mistake = mistakeIn(draft);
  const shown = tried ? mistake : null;
  const change = (part: Partial<SheetsDraft>): void => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (mistake === null) save.mutate(draft);
  };
  return (
    <Dialog onClose={onClose} title={t('separation.printTitle')}>
      <form className={styles.fields} noValidate onSubmit={send}>
        <p className={styles.help}>{t('separation.printHelp')}</p>
        <NativeSelect
          label={t('batches.profile')}
          value={draft.profileId}
          data={(profiles.data ?? []).map(({ id, title }) => ({ value: id, label: textIn(i18n.language, title) }))}
          onChange={(event) => change({ profileId: event.currentTarget.value })}
        />
        <Textarea
          label={t('separation.references')}
          description={t('separation.referencesHelp')}
          data-autofocus
          rows={4}
          value={draft.references}
          error={shown?.in === 'reference' ? t('separation.referenceBad', { line: shown.line }) : null}
          onChange={(event) => change({ references: event.currentTarget.value })}
        />
        <TextInput
          label={t('separation.copies')}
          value={draft.copies}
          inputMode="numeric"
          maxLength={3}
          error={
            shown?.in === 'copies' ? t('separation.copiesBad') : shown?.in === 'total' ? t('separation.tooMany') : null
          }
          onChange={(event) => change({ copies: event.currentTarget.value })}
        />
        <Checkbox
          label={t('separation.bothSides')}
          checked={draft.bothSides}
          onChange={(event) => change({ bothSides: event.currentTarget.checked })}
        />
        {save.isError ? <TroubleNotice error={save.error} /> : null}
        {save.data === 'failed' ? (
          <Notice tone="wrong" role="alert">
            {t('separation.notSaved')}
          </Notice>
        ) : null}
        {save.data === 'saved' ? (
          <Notice tone="sure" role="status">
            {t('separation.saved')}
          </Notice>
        ) : null}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            {t('app.close')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {mistake === null ? t('separation.save', { count: sheetsIn(draft) }) : t('separation.saveAny')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Has the station draw the sheets, and the shell ask where they go. */
function useSaveSheets() {
  const { station, shell } = useServices();
  return useMutation({
    async mutationFn(draft: SheetsDraft) {
      const { fileName, pdfBase64 } = await station.piles.separatorSheets(wishOf(draft));
      return await shell.saveFile({ kind: 'pdf', name: fileName, base64: pdfBase64 });
    },
  });
}
