import type { Ref } from 'react';
import styles from './choices.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly ref?: Ref<HTMLInputElement>;
  onChange(text: string): void;
  /** What Enter does, where it does anything. */
  onEnter?(): void;
}

/** A text to search for, named by what stands in it while it is empty. */
export function SearchField({ label, value, ref, onChange, onEnter }: SearchFieldProps) {
  return (
    <input
      ref={ref}
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
      }}
    />
  );
}
