import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import { differingCharacters } from './entry/differing.ts';
import styles from './verify.module.css';

export interface CandidatesProps {
  readonly title: string;
  readonly values: readonly string[];
  /** What the candidates are compared with; the characters in which they differ are shown apart. */
  readonly text: string;
  /** Whether a digit alone picks; else Alt and the digit do. */
  readonly plainDigits: boolean;
  readonly disabled: boolean;
  onPick(position: number): void;
}

/** Other values that the readings allow or that complete what is keyed, best first. */
export function Candidates({ title, values, text, plainDigits, disabled, onPick }: CandidatesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.candidates} aria-label={title}>
      <span className={styles.soft} aria-hidden="true">
        {title}
      </span>
      {values.map((value, position) => (
        <button
          key={value}
          type="button"
          className={styles.candidate}
          aria-keyshortcuts={`${plainDigits ? '' : 'Alt+'}${position + 1}`}
          data-candidate={value}
          disabled={disabled}
          onClick={() => onPick(position)}
        >
          <Key name={plainDigits ? String(position + 1) : t('keys.altDigit', { digit: position + 1 })} />
          <Compared value={value} text={text} />
        </button>
      ))}
    </fieldset>
  );
}

function Compared({ value, text }: { readonly value: string; readonly text: string }) {
  const differing = differingCharacters(value, text);
  return (
    <span className={styles.value}>
      {[...value].map((character, index) =>
        differing.has(index) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a character is nothing but its place
          <mark key={index} className={styles.differing}>
            {character}
          </mark>
        ) : (
          character
        ),
      )}
    </span>
  );
}
