import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedWord } from '../../canvas/picked-words.ts';
import styles from './verify.module.css';

export interface WordPickerProps {
  readonly words: readonly PlacedWord[];
  /** Where to begin: the word nearest to this place of the page. */
  readonly near: readonly [x: number, y: number];
  readonly scale: number;
  onPick(text: string): void;
  onClose(): void;
}

/**
 * Picks words of the page by keyboard: arrows go from word to word, with Shift they take further words along, Enter puts
 * them into the field.
 */
export function WordPicker({ words, near, scale, onPick, onClose }: WordPickerProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState(() => {
    const nearest = nearestWord(words, near);
    return { from: nearest, to: nearest };
  });
  const [first, last] = [Math.min(range.from, range.to), Math.max(range.from, range.to)];
  const chosen = words.slice(first, last + 1).map(({ text }) => text);
  const text = chosen.join(' ');

  useLayoutEffect(() => frame.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the word to bring into sight is another when the range is
  useLayoutEffect(() => {
    frame.current?.querySelector('[data-chosen="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [range]);

  const move = (to: number, extends_: boolean): void => {
    const within = Math.max(0, Math.min(words.length - 1, to));
    setRange((before) => ({ from: extends_ ? before.from : within, to: within }));
  };
  const hear = (event: KeyboardEvent): void => {
    const steps = stepsOf(event.key, words, range.to);
    if (steps !== null) move(range.to + steps, event.shiftKey);
    else if (event.key === 'Enter' && text !== '') onPick(text);
    else if (event.key === 'Escape' || event.key === 'F9') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={frame}
      className={styles.picker}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('verify.pickWords')}
      aria-activedescendant={words.length === 0 ? undefined : wordId(range.to)}
      tabIndex={0}
      onKeyDown={hear}
      onBlur={onClose}
    >
      {words.map(({ text: word, box }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place in the order of reading
          key={index}
          id={wordId(index)}
          className={styles.pickedWord}
          role="option"
          tabIndex={-1}
          aria-selected={index >= first && index <= last}
          aria-label={word}
          data-chosen={index === range.to}
          style={{
            left: box[0] * scale,
            top: box[1] * scale,
            width: (box[2] - box[0]) * scale,
            height: (box[3] - box[1]) * scale,
          }}
        />
      ))}
      <p className={styles.pickerText} role="status">
        {words.length === 0 ? t('verify.noWords') : text}
      </p>
    </div>
  );
}

function wordId(index: number): string {
  return `page-word-${index}`;
}

function nearestWord(words: readonly PlacedWord[], [x, y]: readonly [number, number]): number {
  const distances = words.map(({ box }) => Math.hypot((box[0] + box[2]) / 2 - x, (box[1] + box[3]) / 2 - y));
  return Math.max(0, distances.indexOf(Math.min(...distances)));
}

/** How many words a key goes on; up and down go to the nearest word of another line. Null for other keys. */
function stepsOf(key: string, words: readonly PlacedWord[], at: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return 1;
    case 'ArrowLeft':
      return -1;
    case 'ArrowDown':
      return toLine(words, at, 1);
    case 'ArrowUp':
      return toLine(words, at, -1);
    default:
      return null;
  }
}

function toLine(words: readonly PlacedWord[], at: number, direction: 1 | -1): number {
  const present = words[at];
  if (present === undefined) return 0;
  const height = present.box[3] - present.box[1];
  let best = { steps: 0, distance: Number.POSITIVE_INFINITY };
  for (const [index, { box }] of words.entries()) {
    const down = (box[1] - present.box[1]) * direction;
    if (down < height / 2) continue;
    const distance = down * 2 + Math.abs(box[0] - present.box[0]);
    if (distance < best.distance) best = { steps: index - at, distance };
  }
  return best.steps;
}
