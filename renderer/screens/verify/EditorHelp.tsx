import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textOfValue } from './entry/field-text.ts';
import type { Finding } from './entry/masks/mask.ts';
import { hintOf, maskOf } from './entry/masks/masks.ts';
import type { EntryWork } from './entry/use-entry.ts';
import styles from './verify.module.css';

export interface EditorHelpProps {
  readonly id: string;
  readonly field: Field;
  readonly work: EntryWork;
  /** Why what was typed is no word on the field. */
  readonly mistake: string | null;
}

/**
 * One line below the editor: how the value is written, and what is missing or cannot be so. What does not fit is told at once,
 * to screen readers too; it never keeps anybody from accepting what the paper says.
 */
export function EditorHelp({ id, field, work, mistake }: EditorHelpProps) {
  const { t } = useTranslation();
  if (mistake !== null) {
    return (
      <p id={id} className={styles.editorHelp} data-mistake role="alert">
        {mistake}
      </p>
    );
  }
  const finding = maskOf(field).check(work.entry.text);
  const isUnfit = finding !== null && finding.kind !== 'missing';
  const help = [...(finding === null || isUnfit ? [] : [findingText(finding, t)]), ...textsOf(field, work, t)].join(
    ' · ',
  );
  return (
    <p id={id} className={styles.editorHelp}>
      <span role="status" className={styles.unfit}>
        {isUnfit ? t('verify.finding.asWritten', { finding: findingText(finding, t) }) : null}
      </span>{' '}
      {help}
    </p>
  );
}

function textsOf(field: Field, { entry, isChanged }: EntryWork, t: TFunction): readonly string[] {
  const hint = hintOf(field.kind);
  const doubts = entry.doubts.map((index) => entry.text[index]).join(' ');
  const parts = [
    hint === null ? null : t(`verify.mask.${hint}`),
    doubts === '' ? null : t('verify.doubtful', { characters: doubts }),
    isChanged ? t('verify.original', { value: textOfValue(field, field.value) || t('field.empty') }) : null,
    isPlain(field) && field.raw !== '' && field.raw !== entry.text ? t('field.rawRead', { raw: field.raw }) : null,
  ];
  return parts.filter((part) => part !== null);
}

function findingText(finding: Finding, t: TFunction): string {
  switch (finding.kind) {
    case 'missing':
    case 'surplus':
      return t(`verify.finding.${finding.kind}`, { count: finding.count });
    case 'unfit':
      return t('verify.finding.unfit', { characters: finding.characters });
    case 'no-such-day':
      return t('verify.finding.noSuchDay');
    case 'no-amount':
      return t('verify.finding.noAmount');
  }
}

function isPlain({ editor }: Field): boolean {
  return editor.kind === 'text' || editor.kind === 'date';
}
