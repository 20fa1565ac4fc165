import styles from './ui.module.css';

/** A key as it is written on the keyboard. */
export function Key({ name }: { readonly name: string }) {
  return <kbd className={styles.key}>{name}</kbd>;
}
