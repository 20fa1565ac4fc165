import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { FieldValue } from '../../ui/FieldValue.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { useFirstFocus } from '../../ui/use-first-focus.ts';
import styles from './approve.module.css';

export interface RecordTableProps {
  readonly fields: readonly Field[];
  readonly current: string | null;
  onChoose(pointer: string): void;
  onWholePage(): void;
}

/** The record, line by line. Arrow keys move, and the page follows to the line's place. */
export function RecordTable({ fields, current, onChoose, onWholePage }: RecordTableProps) {
  const { t, i18n } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useFirstFocus(first);
  const hear = (event: KeyboardEvent): void => {
    if (event.key === 'F8') {
      event.preventDefault();
      onWholePage();
      return;
    }
    const steps = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (steps === 0) return;
    event.preventDefault();
    const index = fields.findIndex((field) => field.pointer === current) + steps;
    const next = fields[Math.min(fields.length - 1, Math.max(0, index))];
    if (next === undefined) return;
    onChoose(next.pointer);
    body.current?.querySelectorAll<HTMLButtonElement>('button')[fields.indexOf(next)]?.focus();
  };
  return (
    <TableFrame className={styles.lines}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('approve.record')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('approve.field')}</th>
            <th scope="col">{t('approve.value')}</th>
            <th scope="col">{t('approve.word')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={hear}>
          {fields.map((field, position) => (
            <tr key={field.pointer} data-current={field.pointer === current}>
              <th scope="row">
                <button
                  ref={position === 0 ? first : null}
                  type="button"
                  className={styles.fieldButton}
                  aria-current={field.pointer === current}
                  tabIndex={field.pointer === current || (current === null && position === 0) ? 0 : -1}
                  onClick={() => onChoose(field.pointer)}
                >
                  {textIn(i18n.language, field.title)}
                </button>
              </th>
              <td>
                <FieldValue field={field} />
              </td>
              <td>
                <WordOf field={field} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function WordOf({ field }: { readonly field: Field }) {
  const { t } = useTranslation();
  if (field.verification === null) return <span className={styles.soft}>{t('field.machine')}</span>;
  return (
    <span className={styles.word}>
      <FieldStatus field={field} />
      <span className={styles.soft}>{field.verification.by}</span>
    </span>
  );
}
