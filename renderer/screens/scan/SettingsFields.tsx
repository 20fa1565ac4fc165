import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './scan.module.css';
import { layingOf, withLaying } from './scan-settings.ts';
import type { SetUp } from './use-set-up.ts';

/** How to scan, with only what the scanner can do to choose from. */
export function SettingsFields({ setUp }: { readonly setUp: SetUp }) {
  const { t } = useTranslation();
  const { settings, choices, setSettings } = setUp;
  return (
    <>
      {setUp.deviceTrouble === null ? null : <TroubleNotice error={setUp.deviceTrouble} />}
      <div className={styles.settings}>
        <Choice
          label={t('scan.laying')}
          value={layingOf(settings)}
          options={choices.layings.map((laying) => [laying, t(`scanLaying.${laying}`)])}
          onChoose={(laying) => setSettings(withLaying(settings, laying))}
        />
        <Choice
          label={t('scan.colour')}
          value={settings.colour}
          options={choices.colours.map((colour) => [colour, t(`scanColour.${colour}`)])}
          onChoose={(colour) => setSettings({ ...settings, colour })}
        />
        <Choice
          label={t('scan.resolution')}
          value={settings.resolutionDpi}
          options={choices.resolutionsDpi.map((dpi) => [dpi, t('scan.ppi', { count: dpi })])}
          onChoose={(resolutionDpi) => setSettings({ ...settings, resolutionDpi })}
        />
        <Choice
          label={t('scan.paper')}
          value={settings.paper}
          options={choices.papers.map((paper) => [paper, t(`scanPaper.${paper}`)])}
          onChoose={(paper) => setSettings({ ...settings, paper })}
        />
      </div>
    </>
  );
}

interface ChoiceProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  onChoose(value: Value): void;
}

/** A list of few values, each under its own words. */
function Choice<Value extends string | number>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <NativeSelect
      label={label}
      value={String(value)}
      data={options.map(([option, text]) => ({ value: String(option), label: text }))}
      onChange={(event) => {
        const chosen = options.find(([option]) => String(option) === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen[0]);
      }}
    />
  );
}
