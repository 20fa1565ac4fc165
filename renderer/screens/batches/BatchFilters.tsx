import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import styles from './BatchesScreen.module.css';
import type { BatchFilter } from './filter.ts';
import { type Stage, stageLook } from './stage.ts';

export interface BatchFiltersProps {
  readonly filter: BatchFilter;
  readonly found: number;
  readonly total: number;
  /** Whether keys are this screen's. */
  readonly listening: boolean;
  onChange(filter: BatchFilter): void;
  /** Opens the first batch that was found. */
  onOpenFirst(): void;
}

const stages = Object.keys(stageLook) as Stage[];

/** Finds a batch by words and by what it waits for. */
export function BatchFilters({ filter, found, total, listening, onChange, onOpenFirst }: BatchFiltersProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const search = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useScreenKey('F3', search, listening);
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          ref={field}
          label={t('batches.search')}
          value={filter.words}
          onChange={(words) => onChange({ ...filter, words })}
          onEnter={onOpenFirst}
        />
        <Key name="F3" />
      </div>
      <div className={styles.stage}>
        <SelectField
          label={t('batches.state')}
          value={filter.stage ?? ''}
          onChoose={(chosen) => onChange({ ...filter, stage: stages.find((stage) => stage === chosen) ?? null })}
        >
          <option value="">{t('batches.anyState')}</option>
          {stages.map((stage) => (
            <option key={stage} value={stage}>
              {t(`progress.${stage}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <p role="status" className={styles.found}>
        {found === total ? '' : t('batches.found', { found, total })}
      </p>
    </div>
  );
}
