import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../contract/audit.ts';
import { useEverybody } from '../../app/use-station.ts';
import { lastDay } from '../../ui/dates.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import styles from './audit.module.css';

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  onChange(filter: AuditFilter): void;
}

/** By person, by thing and by day. A change begins at the newest events again. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const accounts = useEverybody();
  const change = (part: Partial<AuditFilter>): void => onChange({ ...filter, ...part, before: null });
  return (
    <div className={styles.filters}>
      <div className={styles.filter}>
        <SelectField
          label={t('audit.person')}
          value={filter.accountId ?? ''}
          onChoose={(accountId) => change({ accountId: accountId || null })}
        >
          <option value="">{t('audit.everybody')}</option>
          {accounts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <TextInput
        label={t('audit.subjectFilter')}
        description={t('audit.subjectHelp')}
        value={filter.subjectId ?? ''}
        maxLength={100}
        onChange={(event) => change({ subjectId: event.currentTarget.value.trim() || null })}
      />
      <TextInput
        type="date"
        max={lastDay}
        label={t('audit.from')}
        onChange={(event) => change({ from: startOfDay(event.currentTarget.value, 0) })}
      />
      <TextInput
        type="date"
        max={lastDay}
        label={t('audit.to')}
        onChange={(event) => change({ to: startOfDay(event.currentTarget.value, 1) })}
      />
    </div>
  );
}

/** The instant at which a day of the calendar here begins, or one some days later; null for no day. */
function startOfDay(date: string, daysLater: number): string | null {
  if (date === '') return null;
  const day = new Date(`${date}T00:00:00`);
  day.setDate(day.getDate() + daysLater);
  return day.toISOString();
}
