import { useTranslation } from 'react-i18next';
import type { PileView } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { useMay } from '../../app/use-station.ts';
import styles from './pile.module.css';
import { ToolButton } from './ToolButton.tsx';
import { type StepTool, stepTools } from './tools.ts';
import type { PileBench } from './use-pile-bench.ts';

export interface PileStepsProps {
  readonly bench: PileBench;
  readonly view: PileView;
}

/** Undo and redo, side by side wherever the row breaks. */
export function PileSteps({ bench, view }: PileStepsProps) {
  const { i18n } = useTranslation();
  const may = useMay();
  if (!may('piles.move')) return null;
  const button = (tool: StepTool) => {
    const step = view[tool.name];
    const title = step === null ? undefined : textIn(i18n.language, step.title);
    return (
      <ToolButton key={tool.name} {...{ tool, title }} disabled={step === null} onUse={() => bench.run(tool.command)} />
    );
  };
  return <span className={styles.steps}>{stepTools.map(button)}</span>;
}
