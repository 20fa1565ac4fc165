import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import styles from './verify.module.css';

export interface TextEditorProps {
  readonly labelId: string;
  readonly helpId: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly invalid: boolean;
  onChange(value: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The written value. It takes the caret when the field comes into focus, all of it chosen, so that typing replaces it. */
export function TextEditor({ labelId, helpId, value, disabled, invalid, onChange, onKeyDown }: TextEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);
  return (
    <input
      ref={input}
      className={styles.input}
      type="text"
      aria-labelledby={labelId}
      aria-describedby={helpId}
      aria-invalid={invalid}
      value={value}
      readOnly={disabled}
      maxLength={2000}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
