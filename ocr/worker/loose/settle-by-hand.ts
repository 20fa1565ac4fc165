import { textOfLabel, textOfValue } from '../../extract/pairs/blanks/filled-blanks.ts';
import type { ByHand } from '../../extract/pairs/blanks/find-blanks.ts';
import type { SettleBlanks } from '../../extract/pairs/blanks/settle-blanks.ts';
import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import { surroundingBox } from '../../read/engines/page-lines.ts';
import type { BlankByHand } from './read-by-hand.ts';

/** What a hand wrote on a blank, settled by what it must be. */
export interface SettledByHand extends Pick<BlankByHand, 'blank' | 'words'> {
  readonly byHand: ByHand;
}

/** Settles what a hand wrote on the blanks of a page; what is taken for something else than was read says so. */
export function settleByHand(read: readonly BlankByHand[], settle: SettleBlanks): SettledByHand[] {
  const texts = read.map(({ words }) => textOfValue(words));
  const settled = settle(
    read.map(({ blank, reading }, index) => ({
      label: textOfLabel(blank.label),
      reading: { ...reading, text: texts[index] ?? reading.text },
    })),
  );
  return read.map(({ blank, words }, index) => {
    const was = texts[index] ?? '';
    const { text, ...known } = settled[index] ?? { text: was, isRight: null, label: null };
    if (text === was) return { blank, words, byHand: { ...known, read: null } };
    const isRepaired = lettersOf(text) !== lettersOf(was);
    return { blank, words: wordsOf(text, words), byHand: { ...known, read: isRepaired ? was : null } };
  });
}

/** What is neither letter nor digit, capitals and accents are form. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A text in words where others were read: on their places where there are as many, else in equal letters over all of these. */
function wordsOf(text: string, read: readonly Word[]): Word[] {
  const parts = [...text.matchAll(/\S+/g)].map(({ 0: part, index }) => ({ part, from: index }));
  const [left, top, right, bottom] = surroundingBox(read.map(({ box }) => box));
  const at = (place: number) => left + ((right - left) * place) / text.length;
  const confidence = Math.min(...read.map((word) => word.confidence));
  return parts.map(({ part, from }, index): Word => {
    const same = parts.length === read.length ? read[index] : undefined;
    const box: Box = same?.box ?? [at(from), top, at(from + part.length), bottom];
    return { text: part, confidence, box };
  });
}
