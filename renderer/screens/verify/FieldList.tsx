import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { FieldValue } from '../../ui/FieldValue.tsx';
import styles from './verify.module.css';

export interface FieldListProps {
  readonly fields: readonly Field[];
  readonly current: string | null;
  onChoose(pointer: string): void;
}

/** All fields in the order of the form, so that one sees what is done and what is still to come. */
export function FieldList({ fields, current, onChoose }: FieldListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  return (
    <section className={styles.fields} aria-label={t('verify.fields')}>
      <ol ref={list} className={styles.fieldItems}>
        {fields.map((field) => (
          <FieldItem key={field.pointer} field={field} current={field.pointer === current} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  );
}

interface FieldItemProps {
  readonly field: Field;
  readonly current: boolean;
  onChoose(pointer: string): void;
}

function FieldItem({ field, current, onChoose }: FieldItemProps) {
  const { i18n } = useTranslation();
  return (
    <li>
      <button
        type="button"
        className={styles.fieldItem}
        aria-current={current}
        data-open={field.open}
        tabIndex={current ? 0 : -1}
        onClick={() => onChoose(field.pointer)}
      >
        <span className={styles.fieldTitle}>{textIn(i18n.language, field.title)}</span>
        <FieldValue field={field} />
        <FieldStatus field={field} />
      </button>
    </li>
  );
}
