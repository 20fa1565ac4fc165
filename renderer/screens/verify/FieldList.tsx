import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { FieldValue } from '../../ui/FieldValue.tsx';
import { useAfterFrame } from '../../ui/use-after-frame.ts';
import styles from './verify.module.css';

export interface FieldListProps {
  readonly fields: readonly Field[];
  readonly current: string | null;
  /** The same at every rendering of one document. */
  onChoose(pointer: string): void;
}

/**
 * All fields in the order of the form, so that one sees what is done and what is still to come. It follows the field in focus
 * by a frame: whoever pressed a key waits for the next field, not for all the rows.
 */
export function FieldList({ fields, current, onChoose }: FieldListProps) {
  const latest = useMemo(() => ({ fields, current, onChoose }), [fields, current, onChoose]);
  return <FieldRows {...useAfterFrame(latest)} />;
}

const FieldRows = memo(function FieldRows({ fields, current, onChoose }: FieldListProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to bring into sight is another when these change
  useEffect(() => {
    if (frame.current !== null) keepCurrentInSight(frame.current);
  }, [fields, current]);
  return (
    <section ref={frame} className={styles.fields} aria-label={t('verify.fields')}>
      <ol className={styles.fieldItems}>
        {fields.map((field) => (
          <FieldItem key={field.pointer} field={field} current={field.pointer === current} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  );
});

/** Scrolls the list alone: the field's place and the editor must stay where they are. */
function keepCurrentInSight(frame: HTMLElement): void {
  const current = frame.querySelector('[aria-current="true"]');
  if (current === null) return;
  const above = current.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  const below = current.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom;
  if (above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += below;
}

interface FieldItemProps {
  readonly field: Field;
  readonly current: boolean;
  onChoose(pointer: string): void;
}

/** Drawn again only where something changed: a form has many fields, and every key would wait for all of them. */
const FieldItem = memo(function FieldItem({ field, current, onChoose }: FieldItemProps) {
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
});
