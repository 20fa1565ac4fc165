import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Entry, Typed } from './entry/entry.ts';
import styles from './verify.module.css';

export interface TextEditorProps {
  readonly labelId: string;
  readonly helpId: string;
  readonly entry: Entry;
  /** What is still to be keyed, shown behind the text. */
  readonly rest: string;
  readonly disabled: boolean;
  readonly invalid: boolean;
  onType(typed: Typed): void;
  onKeyDown(event: KeyboardEvent): void;
}

/**
 * The written value, which takes the caret when the field comes into focus. Doubtful characters are underlined, and what is
 * missing is shown, by a copy of the text that lies behind the input in the same type: an input itself can show its text in one
 * way only.
 */
export function TextEditor({ labelId, helpId, entry, rest, disabled, invalid, onType, onKeyDown }: TextEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const behind = useRef<HTMLDivElement>(null);
  const { text, start, end, doubts } = entry;

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
  }, []);
  // The text is among the dependencies because putting it into the input moves the caret.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    input.current?.setSelectionRange(start, end);
  }, [text, start, end]);

  const follow = (): void => {
    if (behind.current !== null) behind.current.scrollLeft = input.current?.scrollLeft ?? 0;
  };

  return (
    <div className={styles.written}>
      <div ref={behind} className={styles.writtenMarks} aria-hidden="true">
        {[...text].map((character, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a character is nothing but its place
          <span key={index} data-character data-doubt={doubts.includes(index) ? true : undefined}>
            {character}
          </span>
        ))}
        <span className={styles.rest}>{rest}</span>
      </div>
      <input
        ref={input}
        className={styles.input}
        type="text"
        aria-labelledby={labelId}
        aria-describedby={helpId}
        aria-invalid={invalid}
        value={text}
        readOnly={disabled}
        maxLength={2000}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onScroll={follow}
        onChange={({ currentTarget, nativeEvent }) =>
          onType({
            typed: currentTarget.value,
            caret: currentTarget.selectionStart ?? 0,
            isForward: nativeEvent instanceof InputEvent && nativeEvent.inputType === 'deleteContentForward',
          })
        }
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
