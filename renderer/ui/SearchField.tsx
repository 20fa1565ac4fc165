import styles from './choices.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(text: string): void;
}

/** A text to search for, named by what stands in it while it is empty. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
