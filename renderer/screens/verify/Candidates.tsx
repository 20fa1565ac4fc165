import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import styles from './verify.module.css';

export interface CandidatesProps {
  readonly values: readonly string[];
  readonly disabled: boolean;
  onPick(position: number): void;
}

/** Other values that the readings allow, best first. */
export function Candidates({ values, disabled, onPick }: CandidatesProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.candidates} aria-label={t('verify.candidates')}>
      <span className={styles.soft} aria-hidden="true">
        {t('verify.candidates')}
      </span>
      {values.slice(0, 9).map((value, position) => (
        <button
          key={value}
          type="button"
          className={styles.candidate}
          disabled={disabled}
          onClick={() => onPick(position)}
        >
          <Key name={`Alt ${position + 1}`} />
          <span className={styles.value}>{value}</span>
        </button>
      ))}
    </fieldset>
  );
}
