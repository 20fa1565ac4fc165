import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../contract/preferences.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TroubleNotice } from '../ui/TroubleNotice.tsx';
import styles from './Frame.module.css';
import { usePreferences } from './use-preferences.ts';
import { useStation } from './use-station.ts';

const textSizes = [100, 115, 130, 150] as const;
const snippetSizes = [75, 100, 150, 200] as const;
const contrasts = ['system', 'high'] as const;

/** Opens the choices of the person at this window: they take effect at once and are kept for the next time. */
export function PreferencesButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('preferences.open')}
      </Button>
      {open ? <PreferencesDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PreferencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const preferences = usePreferences();
  const { queryKey } = queries.preferences();
  const save = useMutation({
    mutationFn: (chosen: Preferences) => station.preferences.set(chosen),
    onMutate: (chosen) => queryClient.setQueryData(queryKey, chosen),
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
  const choose = (chosen: Partial<Preferences>): void => save.mutate({ ...preferences, ...chosen });
  return (
    <Dialog title={t('preferences.title')} onClose={onClose}>
      {save.isError ? <TroubleNotice error={save.error} onRetry={save.reset} /> : null}
      <Choice
        legend={t('preferences.text')}
        values={textSizes}
        chosen={preferences.textPercent}
        titleOf={(percent) => t('preferences.percent', { percent })}
        onChoose={(textPercent) => choose({ textPercent })}
      />
      <Choice
        legend={t('preferences.snippet')}
        values={snippetSizes}
        chosen={preferences.snippetPercent}
        titleOf={(percent) => t('preferences.percent', { percent })}
        onChoose={(snippetPercent) => choose({ snippetPercent })}
      />
      <Choice
        legend={t('preferences.contrast')}
        values={contrasts}
        chosen={preferences.contrast}
        titleOf={(contrast) => t(`preferences.contrasts.${contrast}`)}
        onChoose={(contrast) => choose({ contrast })}
      />
    </Dialog>
  );
}

interface ChoiceProps<Value extends string | number> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  titleOf(value: Value): string;
  onChoose(value: Value): void;
}

function Choice<Value extends string | number>({ legend, values, chosen, titleOf, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className={styles.preference}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={legend} checked={value === chosen} onChange={() => onChoose(value)} />
          {titleOf(value)}
        </label>
      ))}
    </fieldset>
  );
}
