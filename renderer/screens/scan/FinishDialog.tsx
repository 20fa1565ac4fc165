import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './scan.module.css';
import { compareSheets } from './session.ts';

export interface FinishDialogProps {
  readonly view: ScanView;
  onFinish(): void;
  onClose(): void;
}

/** Asked while the pile still lies on the desk: its sheets are not those that were counted. */
export function FinishDialog({ view, onFinish, onClose }: FinishDialogProps) {
  const { t } = useTranslation();
  const count = compareSheets(view);
  return (
    <Dialog onClose={onClose} title={t('scan.finishTitle')}>
      <div className={styles.fields}>
        {count.kind === 'missing' ? <p>{t('scan.countMissing', { count: count.sheets })}</p> : null}
        {count.kind === 'surplus' ? <p>{t('scan.countSurplus', { count: count.sheets })}</p> : null}
        {view.sheetIncomplete ? <p>{t('scan.backMissing', { count: view.sheets })}</p> : null}
        <p className={styles.help}>{t('scan.finishHelp')}</p>
        <div className={styles.dialogActions}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('scan.backToPile')}
          </Button>
          <Button onClick={onFinish}>{t('scan.finishAnyway')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
