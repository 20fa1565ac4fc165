import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './pile.module.css';
import type { PileEdit } from './use-pile.ts';

export interface ArrangeDialogProps {
  readonly batchId: string;
  onEdit(edit: PileEdit): void;
  onClose(): void;
}

/** Changes of the pile as a whole, for feeders that see one side or draw the paper in upside down. All can be undone. */
export function ArrangeDialog({ batchId, onEdit, onClose }: ArrangeDialogProps) {
  const { t } = useTranslation();
  const turn = (sides: 'all' | 'odd' | 'even') => () =>
    onEdit((piles) => piles.rotate({ batchId, which: { kind: 'sides', sides }, clockwiseDeg: 180 }));
  const interleave = (reversed: boolean) => () =>
    onEdit((piles) => piles.interleave({ batchId, firstBack: null, reversed }));
  return (
    <Dialog onClose={onClose} title={t('pileTool.arrange')}>
      <div className={styles.arrange}>
        <h3>{t('pile.interleave')}</h3>
        <p className={styles.soft}>{t('pile.interleaveHelp')}</p>
        <div className={styles.arrangeButtons}>
          <Button variant="default" data-autofocus onClick={interleave(true)}>
            {t('pile.backsReversed')}
          </Button>
          <Button variant="default" onClick={interleave(false)}>
            {t('pile.backsInOrder')}
          </Button>
        </div>
        <h3>{t('pile.turnOver')}</h3>
        <div className={styles.arrangeButtons}>
          <Button variant="default" onClick={turn('all')}>
            {t('pile.turnAll')}
          </Button>
          <Button variant="default" onClick={turn('odd')}>
            {t('pile.turnOdd')}
          </Button>
          <Button variant="default" onClick={turn('even')}>
            {t('pile.turnEven')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
