import { type ReactNode, useId } from 'react';
import styles from './choices.module.css';

export interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  /** Takes the focus when a dialog opens. */
  readonly isFirst?: boolean;
  /** The `option` elements. */
  readonly children: ReactNode;
  onChoose(value: string): void;
}

/** A titled choice of one from a list: the system's own control, which keys and screen readers know. */
export function SelectField({ label, value, isFirst, children, onChoose }: SelectFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        data-autofocus={isFirst || undefined}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {children}
      </select>
    </>
  );
}
