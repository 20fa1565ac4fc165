import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplingPlan, SamplingScope, SamplingSettings } from '../../../contract/sampling.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './oversight.module.css';
import { SamplingScopeFields } from './SamplingScopeFields.tsx';
import { percentText, type SamplingRow, shareOfText } from './sampling-rows.ts';

export interface SamplingDialogProps {
  readonly settings: SamplingSettings;
  /** The line to change; null to choose a form or a field first. */
  readonly row: SamplingRow | null;
  onClose(): void;
}

/** The share that is asked all the same and the limit, for a profile, a form or a field. */
export function SamplingDialog({ settings, row, onClose }: SamplingDialogProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const usual = row?.plan ?? settings.profiles[0]?.plan;
  const [scope, setScope] = useState<SamplingScope>(
    row?.scope ?? { kind: 'form', formKey: settings.forms[0]?.key ?? '' },
  );
  const [rate, setRate] = useState(percentText(usual?.sampleRate ?? 0, i18n.language));
  const [limit, setLimit] = useState(percentText(usual?.errorLimit ?? 0, i18n.language));
  const [tried, setTried] = useState(false);
  const shares = { sampleRate: shareOfText(rate), errorLimit: shareOfText(limit) };
  const choose = useMutation({
    mutationFn: (plan: SamplingPlan | null) => station.sampling.choose({ scope, plan }),
    onSuccess: (chosen) => {
      queryClient.setQueryData(queries.sampling().queryKey, chosen);
      announce(t('sampling.saved'));
      onClose();
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const { sampleRate, errorLimit } = shares;
    if (sampleRate !== null && errorLimit !== null) choose.mutate({ sampleRate, errorLimit });
  };
  return (
    <Dialog onClose={onClose} title={row === null ? t('sampling.add') : t('sampling.changeOf', { name: row.name })}>
      <form className={styles.form} noValidate onSubmit={send}>
        {row === null ? <SamplingScopeFields forms={settings.forms} scope={scope} onChoose={setScope} /> : null}
        <TextInput
          label={t('sampling.rateInput')}
          description={t('sampling.rateHelp')}
          inputMode="decimal"
          value={rate}
          error={tried && shares.sampleRate === null ? t('sampling.invalid') : null}
          data-autofocus={row === null ? undefined : true}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
        <TextInput
          label={t('sampling.limitInput')}
          description={t('sampling.limitHelp')}
          inputMode="decimal"
          value={limit}
          error={tried && shares.errorLimit === null ? t('sampling.invalid') : null}
          onChange={(event) => setLimit(event.currentTarget.value)}
        />
        {choose.isError ? <TroubleNotice error={choose.error} /> : null}
        <div className={styles.buttons}>
          {row?.chosen === true ? (
            <Button variant="default" disabled={choose.isPending} onClick={() => choose.mutate(null)}>
              {t('sampling.reset')}
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={choose.isPending}>
            {t('sampling.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
