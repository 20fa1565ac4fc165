import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TestScan } from '../../../contract/capture.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './scan.module.css';
import type { SetUp } from './use-set-up.ts';

/** One page scanned with these settings, to look at before the pile; nothing of it is kept. */
export function TestScanPanel({ setUp }: { readonly setUp: SetUp }) {
  const { t } = useTranslation();
  const { test, device } = setUp;
  return (
    <Panel title={t('scan.test')} className={styles.part}>
      <p className={styles.help}>{t('scan.testHelp')}</p>
      <div className={styles.buttons}>
        <Button variant="default" disabled={device === null} loading={test.running} onClick={setUp.runTest}>
          {t('scan.runTest')}
        </Button>
      </div>
      <div role="status">{test.result === null ? null : <TestResult result={test.result} />}</div>
      {test.trouble === null ? null : <TroubleNotice error={test.trouble} onRetry={setUp.runTest} />}
    </Panel>
  );
}

function TestResult({ result }: { readonly result: TestScan }) {
  const { t, i18n } = useTranslation();
  const { pictures } = useServices();
  const { format, widthPx, heightPx, bytes, quality, pictureId } = result;
  const size = Math.ceil(bytes / 1024);
  return (
    <>
      <p>{t('scan.testGave', { format: format.toUpperCase(), width: widthPx, height: heightPx, size })}</p>
      {quality?.notices.length === 0 ? <Notice tone="sure">{t('scan.testGood')}</Notice> : null}
      {quality?.notices.map(({ code, advice, message }) => (
        <Notice key={code} tone={advice === 'rescan' ? 'wrong' : 'doubt'}>
          {textIn(i18n.language, message)}
        </Notice>
      ))}
      {pictureId === null ? null : (
        <img className={styles.testPicture} src={pictures(pictureId, 'screen')} alt={t('scan.testPicture')} />
      )}
    </>
  );
}
