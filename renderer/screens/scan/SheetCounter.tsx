import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import { Key } from '../../ui/Keys.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { correctCountKey } from './keys.ts';
import styles from './scan.module.css';
import { compareSheets, type SheetCount } from './session.ts';

export interface SheetCounterProps {
  readonly view: ScanView;
  /** A person wants to correct their own count. */
  onCorrect(): void;
}

/** The number that a clerk looks up at from the feeder: sheets that are safe, beside those that were counted. */
export function SheetCounter({ view, onCorrect }: SheetCounterProps) {
  const { t } = useTranslation();
  const { sheets, pages, expectedSheets } = view;
  return (
    <div className={styles.counter}>
      <p className={styles.count}>
        <span className={styles.countNumber}>{sheets}</span>{' '}
        {expectedSheets === null ? null : (
          <span className={styles.countOf}>{t('scan.of', { count: expectedSheets })}</span>
        )}{' '}
        <span className={styles.countUnit}>{t('scan.sheets', { count: expectedSheets ?? sheets })}</span>
      </p>
      {expectedSheets === null ? null : (
        <ProgressBar
          value={sheets}
          total={expectedSheets}
          label={t('scan.progress')}
          valueText={t('scan.announce', { sheets, pages })}
        />
      )}
      <div className={styles.countLine}>
        <p className={styles.help}>{t('scan.pages', { count: pages })}</p>
        {view.state === 'finished' ? null : (
          <Button size="compact-sm" variant="default" rightSection={<Key name={correctCountKey} />} onClick={onCorrect}>
            {t(expectedSheets === null ? 'scan.enterCount' : 'scan.correctCount')}
          </Button>
        )}
      </div>
      {isAtEnd(view) ? <CountComparison count={compareSheets(view)} /> : null}
    </div>
  );
}

function CountComparison({ count }: { readonly count: SheetCount }) {
  const { t } = useTranslation();
  switch (count.kind) {
    case 'uncounted':
      return null;
    case 'agrees':
      return <p className={styles.agrees}>{t('scan.countAgrees')}</p>;
    case 'missing':
      return <p className={styles.mistake}>{t('scan.countMissing', { count: count.sheets })}</p>;
    case 'surplus':
      return <p className={styles.mistake}>{t('scan.countSurplus', { count: count.sheets })}</p>;
  }
}

/** Before the feeder is empty, sheets that have not come are no sheets missing. */
function isAtEnd({ state, stop }: ScanView): boolean {
  return state === 'finished' || (state === 'stopped' && stop?.code === 'feeder-empty');
}
