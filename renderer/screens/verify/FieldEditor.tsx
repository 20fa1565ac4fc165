import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { Candidates } from './Candidates.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { choicesOf, pickChoice } from './choices.ts';
import { commandOf, type KeyPlace } from './commands.ts';
import { EditorHelp } from './EditorHelp.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { textOfValue, verdictOfText } from './entry/field-text.ts';
import { maskOf, takesDigits } from './entry/masks/masks.ts';
import { useCompletions } from './entry/use-completions.ts';
import { type EntryWork, useEntry } from './entry/use-entry.ts';
import { TextEditor } from './TextEditor.tsx';
import { fieldShown, keyPressed } from './timing.ts';
import { useNoteTyping } from './use-half-typed.ts';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface FieldEditorProps {
  readonly bench: Bench;
  readonly field: Field;
  readonly disabled: boolean;
}

/** More than the digit keys can pick are not offered. */
const mostOffers = 9;

/**
 * The field in focus: what was read, why it is doubtful, and the editor that holds the caret. Only what a field has of its own
 * begins afresh with the next one; the rest stays, so that the next field is there at once.
 */
export function FieldEditor({ bench, field, disabled }: FieldEditorProps) {
  const { t, i18n } = useTranslation();
  const ids = { title: useId(), help: useId() };
  const work = useEntry(field, bench.picked, bench.editorKey);
  const frame = useRef<HTMLElement>(null);
  const { text } = work.entry;
  const [mistaken, setMistaken] = useState<{ readonly during: string; readonly text: string } | null>(null);
  const mistake = mistaken?.during === bench.editorKey ? mistaken.text : null;
  const choices = choicesOf(field.editor, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
  const offers = useOffers(bench.documentId, field, work);
  const place = placeOf(field, choices !== null, offers.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another field is shown when the key is another
  useLayoutEffect(fieldShown, [bench.editorKey]);
  useNoteTyping(bench.documentId, field, work);

  const accept = (accepted: string): void => {
    if (disabled) return;
    const unchanged = accepted === textOfValue(field, field.value);
    if (unchanged && !field.open) {
      bench.pass();
      return;
    }
    const verdict = verdictOfText(field, accepted);
    if (verdict === null) setMistaken({ during: bench.editorKey, text: t('verify.typeFirst') });
    else bench.say(verdict);
  };
  const pick = (position: number): void => {
    if (choices === null) {
      const offer = offers[position];
      if (offer !== undefined) accept(offer);
      return;
    }
    const picked = pickChoice(field.editor, choices, text, position);
    if (picked === null) return;
    work.put(picked);
    if (field.editor.kind !== 'several') accept(picked);
  };
  // Tab is taken here for going from field to field: this is the way out to the controls (WCAG 2.1.2).
  const undo = (): void => {
    if (!work.undo()) frame.current?.querySelector<HTMLElement>('[role="toolbar"] button:enabled')?.focus();
  };
  const acceptShown = useStable(() => accept(text));
  const hear = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const command = commandOf(event, place);
    if (command === null) return;
    event.preventDefault();
    keyPressed(event.timeStamp);
    if (command.kind === 'accept') accept(text);
    else if (command.kind === 'pick') pick(command.position);
    else if (command.kind === 'cancel-typing') undo();
    else bench.run(command);
  };

  return (
    <section
      ref={frame}
      className={styles.editor}
      aria-labelledby={ids.title}
      data-pointer={field.pointer}
      data-kind={field.kind}
      data-visit={bench.editorKey}
    >
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
          key={bench.editorKey}
          labelId={ids.title}
          helpId={ids.help}
          entry={work.entry}
          rest={maskOf(field).rest(text, t('verify.mask.dateForm'))}
          disabled={disabled}
          invalid={mistake !== null || field.status === 'invalid'}
          onType={(typed) => {
            work.type(typed);
            setMistaken(null);
          }}
          onKeyDown={hear}
        />
      ) : (
        <ChoiceEditor
          key={bench.editorKey}
          labelId={ids.title}
          helpId={ids.help}
          choices={choices}
          text={text}
          disabled={disabled}
          onPick={pick}
          onKeyDown={hear}
        />
      )}
      <EditorHelp id={ids.help} field={field} work={work} mistake={mistake} />
      <div className={styles.offers}>
        {choices === null && offers.length > 0 ? (
          <Candidates
            title={t(titleOfOffers(field, work))}
            values={offers}
            text={isUndecided(field, work) ? (offers[0] ?? '') : text}
            plainDigits={place === 'letters'}
            disabled={disabled}
            onPick={pick}
          />
        ) : null}
      </div>
      <EditorKeys
        run={bench.run}
        lastValue={bench.lastValue}
        decided={field.verification !== null}
        disabled={disabled}
        onAccept={acceptShown}
      />
    </section>
  );
}

/** Before anything is typed what the readings allow, afterwards what completes the text. */
function useOffers(documentId: string, field: Field, { entry, isChanged }: EntryWork): readonly string[] {
  const { dress, strip } = maskOf(field);
  const completions = useCompletions(documentId, field, strip(entry.text), isChanged || field.value === null).map(
    dress,
  );
  const readings = field.candidates.map((value) => textOfValue(field, value));
  return (isChanged ? completions : [...new Set([...readings, ...completions])]).slice(0, mostOffers);
}

/** Two people typed different values, and the third has not begun to type. */
function isUndecided({ reason }: Field, { isChanged }: EntryWork): boolean {
  return reason?.code === 'keyings-differ' && !isChanged;
}

function titleOfOffers(field: Field, work: EntryWork) {
  if (isUndecided(field, work)) return 'verify.keyings';
  return work.isChanged || field.value === null ? 'verify.completions' : 'verify.candidates';
}

function placeOf(field: Field, isListed: boolean, offers: number): KeyPlace {
  if (isListed) return 'choices';
  return offers > 0 && !takesDigits(field.kind) ? 'letters' : 'text';
}
