import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import { keyName } from '../../ui/key-names.ts';
import styles from './pile.module.css';
import type { Tool } from './tools.ts';

export interface ToolButtonProps {
  readonly tool: Tool;
  readonly title?: string | undefined;
  readonly disabled?: boolean;
  onUse(): void;
}

/** A command with its key, which can be clicked as well. */
export function ToolButton({ tool: { name, stroke }, title, disabled = false, onUse }: ToolButtonProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.tool} {...{ title, disabled }} onClick={onUse}>
      <Key name={keyName(stroke, t)} />
      {t(`pileTool.${name}`)}
    </button>
  );
}
