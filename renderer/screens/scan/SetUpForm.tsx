import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { SeparationField } from '../../separation/SeparationField.tsx';
import { SeparatorSheetsDialog } from '../../separation/SeparatorSheetsDialog.tsx';
import { Key } from '../../ui/Keys.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { isMistaken } from './counted-sheets.ts';
import { DeviceChooser } from './DeviceChooser.tsx';
import { SettingsFields } from './SettingsFields.tsx';
import styles from './scan.module.css';
import { TestScanPanel } from './TestScanPanel.tsx';
import { type SetUp, useSetUp } from './use-set-up.ts';

/** Profile, scanner and settings of a pile. What was used last is there already: Enter starts. */
export function SetUpForm() {
  const { t, i18n } = useTranslation();
  const setUp = useSetUp();
  const [tried, setTried] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    setUp.start();
  };
  return (
    <div className={styles.screen}>
      <ScreenHead
        title={t('scan.title')}
        path={[{ title: t('screen.batches'), address: formatRoute({ screen: 'batches' }) }]}
      />
      <form className={styles.setUp} noValidate onSubmit={send}>
        <Panel title={t('scan.pile')} className={styles.part}>
          <div className={styles.fields}>
            <NativeSelect
              label={t('batches.profile')}
              value={setUp.profileId ?? ''}
              data={setUp.profiles.map(({ id, title }) => ({ value: id, label: textIn(i18n.language, title) }))}
              onChange={(event) => setUp.chooseProfile(event.currentTarget.value)}
            />
            <TextInput
              label={t('batches.name')}
              value={setUp.name}
              error={tried && setUp.name.trim() === '' ? t('batches.nameMissing') : null}
              maxLength={120}
              onChange={(event) => setUp.setName(event.currentTarget.value)}
            />
            <TextInput
              label={t('scan.expected')}
              description={t('scan.expectedHelp')}
              value={setUp.expectedSheets}
              inputMode="numeric"
              maxLength={5}
              error={tried && isMistaken(setUp.expectedSheets) ? t('scan.expectedBad') : null}
              onChange={(event) => setUp.setExpectedSheets(event.currentTarget.value)}
            />
            <SeparationField
              draft={setUp.separation}
              tried={tried}
              onChange={setUp.setSeparation}
              onPrint={() => setPrinting(true)}
            />
          </div>
          <StartButton setUp={setUp} />
          {tried && setUp.device === null ? <p className={styles.mistake}>{t('scan.deviceMissing')}</p> : null}
          {setUp.startTrouble === null ? null : <TroubleNotice error={setUp.startTrouble} onRetry={setUp.start} />}
        </Panel>
        <Panel title={t('scan.scanner')} className={styles.part}>
          <DeviceChooser setUp={setUp} />
          <SettingsFields setUp={setUp} />
        </Panel>
        <TestScanPanel setUp={setUp} />
      </form>
      {isPrinting && setUp.profileId !== null ? (
        <SeparatorSheetsDialog profileId={setUp.profileId} onClose={() => setPrinting(false)} />
      ) : null}
    </div>
  );
}

/** Takes the focus as soon as everything is known, unless a person's hands are elsewhere already. */
function StartButton({ setUp }: { readonly setUp: SetUp }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const ready = setUp.device !== null && !setUp.remembering;
  useEffect(() => {
    const focused = document.activeElement;
    const free = focused === null || focused === document.body || focused.matches('h1, main');
    if (ready && free) button.current?.focus();
  }, [ready]);
  return (
    <Button
      ref={button}
      type="submit"
      className={styles.start ?? ''}
      size="xl"
      loading={setUp.starting}
      rightSection={<Key name={t('keys.enter')} />}
    >
      {t('scan.start')}
    </Button>
  );
}
