import { useTranslation } from 'react-i18next';
import type { PileView, Separation } from '../../../contract/pile.ts';
import { Key } from '../../ui/Keys.tsx';
import { Status } from '../../ui/Status.tsx';
import styles from './pile.module.css';
import type { PileBench } from './use-pile-bench.ts';

export interface PileHeadProps {
  readonly bench: PileBench;
  readonly view: PileView;
}

/** Pile or tray, how many pages lie in each, and whether the station is still at work on them. */
export function PileHead({ bench, view }: PileHeadProps) {
  const { t } = useTranslation();
  const kinds = Object.values(view.tray);
  const beside = kinds.reduce((sum, { pages }) => sum + pages, 0);
  const unseen = kinds.reduce((sum, kind) => sum + kind.unseen, 0);
  const turn = (tray: boolean): void => {
    if (bench.tray !== tray) bench.run({ kind: 'other-list' });
  };
  return (
    <>
      <fieldset className={styles.lists} aria-label={t('pile.lists')}>
        <button type="button" aria-pressed={!bench.tray} onClick={() => turn(false)}>
          {t('pile.pagesAndDocuments', {
            pages: t('pile.pages', { count: view.pages }),
            documents: t('pile.documents', { count: view.documents }),
          })}
        </button>
        <button type="button" aria-pressed={bench.tray} onClick={() => turn(true)}>
          {t('pile.trayCount', { count: beside })}
          {unseen === 0 ? null : <span className={styles.unseen}>{t('pile.unseen', { count: unseen })}</span>}
        </button>
        <Key name="F6" />
      </fieldset>
      <SeparationNow separation={view.separation} />
      {view.running ? (
        <Status tone="muted" icon="wait">
          {t('progress.reading')}
        </Status>
      ) : null}
    </>
  );
}

function SeparationNow({ separation }: { readonly separation: Separation }) {
  const { t } = useTranslation();
  const by =
    separation.by === 'sheets'
      ? t('separation.every', { count: separation.sheets })
      : t(`separationBy.${separation.by}`);
  return <span className={styles.soft}>{t('separation.now', { by })}</span>;
}
