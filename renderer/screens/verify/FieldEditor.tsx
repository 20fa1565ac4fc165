import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { editorText, verdictOfText } from '../../ui/value-text.ts';
import { Candidates } from './Candidates.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { choicesOf, pickChoice } from './choices.ts';
import { commandOf, type KeyPlace } from './commands.ts';
import { EditorKeys } from './EditorKeys.tsx';
import { TextEditor } from './TextEditor.tsx';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface FieldEditorProps {
  readonly bench: Bench;
  readonly field: Field;
  readonly disabled: boolean;
}

/** The field in focus: what was read, why it is doubtful, and the editor that holds the caret. */
export function FieldEditor({ bench, field, disabled }: FieldEditorProps) {
  const { t, i18n } = useTranslation();
  const ids = { title: useId(), help: useId() };
  const [text, setText] = useState(() => editorText(field.editor, field.value));
  const [mistake, setMistake] = useState<string | null>(null);
  const choices = choicesOf(field.editor, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
  const place: KeyPlace = choices === null ? 'text' : 'choices';

  const accept = (accepted: string): void => {
    if (disabled) return;
    const unchanged = accepted === editorText(field.editor, field.value);
    if (unchanged && !field.open) {
      bench.pass();
      return;
    }
    const verdict = verdictOfText(field, accepted);
    if (verdict === null) setMistake(t('verify.typeFirst'));
    else bench.say(verdict);
  };
  const pick = (position: number): void => {
    if (choices === null) {
      const candidate = field.candidates[position];
      if (candidate !== undefined) accept(candidate);
      return;
    }
    const picked = pickChoice(field.editor, choices, text, position);
    if (picked === null) return;
    setText(picked);
    if (field.editor.kind !== 'several') accept(picked);
  };
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const command = commandOf(event, place);
    if (command === null) return;
    event.preventDefault();
    if (command.kind === 'accept') accept(text);
    else if (command.kind === 'pick') pick(command.position);
    else if (command.kind === 'cancel-typing') setText(editorText(field.editor, field.value));
    else bench.run(command);
  };

  return (
    <section className={styles.editor} aria-labelledby={ids.title} data-pointer={field.pointer}>
      <div className={styles.editorHead}>
        <h2 id={ids.title}>{textIn(i18n.language, field.title)}</h2>
        <FieldStatus field={field} />
        {field.required ? <span className={styles.soft}>{t('field.required')}</span> : null}
        {field.reason === null ? null : (
          <span className={styles.reason}>{textIn(i18n.language, field.reason.message)}</span>
        )}
      </div>
      {choices === null ? (
        <TextEditor
          labelId={ids.title}
          helpId={ids.help}
          value={text}
          disabled={disabled}
          invalid={mistake !== null || field.status === 'invalid'}
          onChange={(value) => {
            setText(value);
            setMistake(null);
          }}
          onKeyDown={hear}
        />
      ) : (
        <ChoiceEditor
          labelId={ids.title}
          helpId={ids.help}
          choices={choices}
          text={text}
          disabled={disabled}
          onPick={pick}
          onKeyDown={hear}
        />
      )}
      <p
        id={ids.help}
        className={styles.editorHelp}
        data-mistake={mistake !== null}
        role={mistake === null ? undefined : 'alert'}
      >
        {mistake ?? helpOf(field, text, t)}
      </p>
      {choices === null && field.candidates.length > 0 ? (
        <Candidates values={field.candidates} disabled={disabled} onPick={pick} />
      ) : null}
      <EditorKeys bench={bench} field={field} disabled={disabled} onAccept={() => accept(text)} />
    </section>
  );
}

function helpOf(field: Field, text: string, t: ReturnType<typeof useTranslation>['t']): string {
  const parts = [
    field.editor.kind === 'date' ? t('verify.dateHelp') : null,
    text !== editorText(field.editor, field.value)
      ? t('verify.original', { value: editorText(field.editor, field.value) || t('field.empty') })
      : null,
    isPlain(field) && field.raw !== '' && field.raw !== text ? t('field.rawRead', { raw: field.raw }) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

function isPlain({ editor }: Field): boolean {
  return editor.kind === 'text' || editor.kind === 'date';
}
