import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { Key } from '../../ui/Keys.tsx';
import { type Choice, heldValues } from './choices.ts';
import styles from './verify.module.css';

export interface ChoiceEditorProps {
  readonly labelId: string;
  readonly helpId: string;
  readonly choices: readonly Choice[];
  readonly text: string;
  readonly disabled: boolean;
  onPick(position: number): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The listed values, each under a digit. The held one takes the focus. */
export function ChoiceEditor({ labelId, helpId, choices, text, disabled, onPick, onKeyDown }: ChoiceEditorProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const held = heldValues(text);
  useLayoutEffect(() => {
    const buttons = group.current?.querySelectorAll<HTMLButtonElement>('button');
    const pressed = [...(buttons ?? [])].find((button) => button.getAttribute('aria-pressed') === 'true');
    (pressed ?? buttons?.[0])?.focus({ preventScroll: true });
  }, []);
  return (
    // The group hears the keys of the buttons inside it; it takes no focus of its own.
    <fieldset
      ref={group}
      className={styles.choices}
      aria-labelledby={labelId}
      aria-describedby={helpId}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, position) => (
        <button
          key={choice.value}
          type="button"
          className={styles.choice}
          data-value={choice.value}
          aria-pressed={held.includes(choice.value)}
          aria-disabled={disabled}
          onClick={() => onPick(position)}
        >
          {position < 9 ? <Key name={String(position + 1)} /> : null}
          <span>{choice.title}</span>
        </button>
      ))}
    </fieldset>
  );
}
