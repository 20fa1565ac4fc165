import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { FieldStatus } from '../../ui/FieldStatus.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { Candidates } from './Candidates.tsx';
import { ChoiceEditor } from './ChoiceEditor.tsx';
import { choicesOf } from './choices.ts';
import { commandOf, type KeyPlace } from './commands.ts';
import { EditorHelp } from './EditorHelp.tsx';
import { EditorKeys } from './EditorKeys.tsx';
import { maskOf, takesDigits } from './entry/masks/masks.ts';
import { useEntry } from './entry/use-entry.ts';
import { TextEditor } from './TextEditor.tsx';
import { fieldShown, keyPressed } from './timing.ts';
import { useAccepting } from './use-accepting.ts';
import { useNoteTyping } from './use-half-typed.ts';
import { isUndecided, titleOfOffers, useOffers } from './use-offers.ts';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface FieldEditorProps {
  readonly bench: Bench;
  readonly field: Field;
  readonly disabled: boolean;
}

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
  const choices = choicesOf(field.editor, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
  const offers = useOffers(bench.documentId, field, work);
  const { mistake, accept, pick, forgetMistake } = useAccepting(bench, field, work, { choices, offers }, disabled);
  const place = placeOf(field, choices !== null, offers.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another field is shown when the key is another
  useLayoutEffect(fieldShown, [bench.editorKey]);
  useNoteTyping(bench.documentId, field, work);

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
      <FieldHead id={ids.title} field={field} />
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
            forgetMistake();
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

/** What the field is, and why it is asked. */
function FieldHead({ id, field }: { readonly id: string; readonly field: Field }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.editorHead}>
      <h2 id={id}>{textIn(i18n.language, field.title)}</h2>
      <FieldStatus field={field} />
      {field.required ? <span className={styles.soft}>{t('field.required')}</span> : null}
      {field.reason === null ? null : (
        <span className={styles.reason}>{textIn(i18n.language, field.reason.message)}</span>
      )}
    </div>
  );
}

function placeOf(field: Field, isListed: boolean, offers: number): KeyPlace {
  if (isListed) return 'choices';
  return offers > 0 && !takesDigits(field.kind) ? 'letters' : 'text';
}
