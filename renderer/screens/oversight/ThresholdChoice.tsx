import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Oversight } from '../../../contract/oversight.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { formatNumber } from './figure-table.ts';
import styles from './oversight.module.css';

export interface ThresholdChoiceProps extends Pick<Oversight, 'thresholds'> {
  /** Null for the program's own. */
  readonly inForce: number | null;
  /** The one that is being considered. */
  readonly considered: number | null;
  onConsider(threshold: number | null): void;
}

/** Nobody may have the machine accept what is as likely wrong as right. */
const least = 0.5;

/** What each threshold of the curve would mean in words, and the way to put one in force. */
export function ThresholdChoice({ thresholds, inForce, considered, onConsider }: ThresholdChoiceProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const choose = useMutation({
    mutationFn: () => station.oversight.chooseThreshold({ threshold: considered }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.oversight().queryKey });
      announce(t('oversight.thresholdChosen'));
    },
  });
  const written = (value: number, digits: number) => formatNumber(value, i18n.language, digits);
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate();
      }}
    >
      <SelectField
        label={t('oversight.acceptFrom')}
        value={considered === null ? '' : String(considered)}
        onChoose={(value) => onConsider(value === '' ? null : Number(value))}
      >
        <option value="">{t('oversight.programsOwn')}</option>
        {thresholds
          .filter(({ threshold }) => threshold >= least)
          .map(({ threshold, askedPerHundred, errorsPerThousand }) => (
            <option key={threshold} value={threshold}>
              {t('oversight.thresholdOption', {
                threshold: written(threshold, 4),
                asked: written(askedPerHundred, 1),
                errors: written(errorsPerThousand, 2),
              })}
            </option>
          ))}
      </SelectField>
      <Button type="submit" variant="default" disabled={considered === inForce} loading={choose.isPending}>
        {t('oversight.useThreshold')}
      </Button>
      <p className={styles.soft}>
        {t(considered === inForce ? 'oversight.thresholdInForce' : 'oversight.thresholdFromNowOn')}
      </p>
      {choose.isError ? <TroubleNotice error={choose.error} /> : null}
    </form>
  );
}
