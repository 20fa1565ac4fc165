import { useTranslation } from 'react-i18next';
import type { PileView } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { useMay } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { keyName } from '../../ui/key-names.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './pile.module.css';
import { commonTools, looksOnly, pileTools, type Tool, trayTools } from './tools.ts';
import type { PileBench } from './use-pile-bench.ts';

export interface PileToolsProps {
  readonly bench: PileBench;
  readonly view: PileView;
}

/** Every command with its key, which can be clicked as well. */
export function PileTools({ bench, view }: PileToolsProps) {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const { inHand, cursor } = bench;
  const offered = (tools: readonly Tool[]) => (may('piles.move') ? tools : tools.filter(looksOnly));
  const { picked } = cursor.selection;
  const step = { undo: view.undo, redo: view.redo };
  const button = ({ name, stroke, command }: Tool) => {
    const undone = name === 'undo' || name === 'redo' ? step[name] : undefined;
    return (
      <button
        key={name}
        type="button"
        className={styles.tool}
        disabled={undone === null}
        title={undone == null ? undefined : textIn(i18n.language, undone.title)}
        onClick={() => bench.run(command)}
      >
        <Key name={keyName(stroke, t)} />
        {t(`pileTool.${name}`)}
      </button>
    );
  };
  return (
    <div className={styles.tools}>
      <div className={styles.toolRow} role="toolbar" aria-label={t('keys.title')}>
        {offered(bench.tray ? trayTools : pileTools).map(button)}
        <span className={styles.toolGap} />
        {offered(commonTools).map(button)}
      </div>
      {inHand.length > 0 ? (
        <Notice tone="doubt">
          {t('pile.inHand', { count: inHand.length })}
          <button type="button" className={styles.tool} onClick={() => bench.run({ kind: 'put', where: 'before' })}>
            <Key name={keyName('Enter', t)} />
            {t('pile.putBefore')}
          </button>
          <button type="button" className={styles.tool} onClick={() => bench.run({ kind: 'put', where: 'after' })}>
            <Key name={keyName('Shift+Enter', t)} />
            {t('pile.putAfter')}
          </button>
        </Notice>
      ) : null}
      <p className="visually-hidden" role="status">
        {picked.size === 0 ? '' : t('pile.picked', { count: picked.size })}
      </p>
    </div>
  );
}
