import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { keyName } from '../../ui/key-names.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './pile.module.css';
import { ToolButton } from './ToolButton.tsx';
import { looksOnly, pileTools, trayTools } from './tools.ts';
import type { PileBench } from './use-pile-bench.ts';

/** Every command with its key, which can be clicked as well. */
export function PileTools({ bench }: { readonly bench: PileBench }) {
  const { t } = useTranslation();
  const may = useMay();
  const { inHand, cursor } = bench;
  const tools = bench.tray ? trayTools : pileTools;
  const offered = may('piles.move') ? tools : tools.filter(looksOnly);
  const { picked } = cursor.selection;
  return (
    <div className={styles.tools}>
      <div className={styles.toolRow} role="toolbar" aria-label={t('keys.title')}>
        {offered.map((tool) => (
          <ToolButton key={tool.name} tool={tool} onUse={() => bench.run(tool.command)} />
        ))}
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
