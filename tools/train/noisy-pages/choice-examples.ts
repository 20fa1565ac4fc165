import { type Affine, type Box, mapBox } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { surroundingBox } from '../../../ocr/read/engines/page-lines.ts';
import type { Slot } from '../../../ocr/read/scattered/slots.ts';
import { choiceFeatures, type Option, optionsOf } from '../../../ocr/read/scattered/word-choice.ts';
import type { WordList } from '../../../ocr/read/whole/word-list.ts';
import type { FunsdPage } from './funsd.ts';
import type { Example } from './logistic.ts';

/** A page as both readers read it; its slots are in pixels of the image that was read. */
export interface SlottedPage {
  readonly page: FunsdPage;
  readonly slots: readonly Slot[];
  readonly letterPx: number;
  readonly toCaptured: Affine;
}

/** True boxes are drawn tightly across, and lines wander. */
const slackPx = 1;
const slackShare = 0.2;

/** What a reader makes of the slots of a page, and whether that is what stands there. */
export function choiceExamples(read: SlottedPage, reader: Option['reader'], list: WordList): Example[] {
  return read.slots
    .flatMap(optionsOf)
    .filter((option) => option.reader === reader)
    .map((option) => ({
      features: choiceFeatures(option, read.letterPx, list),
      holds: isRight(option.words, read),
    }));
}

/** Whether the words in their place have these characters. Truth parts words at hyphens and slashes, so blanks do not count. */
function isRight(words: readonly Word[], { page, toCaptured }: SlottedPage): boolean {
  const place = mapBox(toCaptured, surroundingBox(words.map(({ box }) => box)));
  const there = page.entities
    .flatMap((entity) => entity.words)
    .filter(({ box }) => holdsMiddle(place, box))
    .toSorted((one, other) => one.box[0] - other.box[0]);
  const truth = withoutBlanks(there.map(({ text }) => text));
  return truth !== '' && truth === withoutBlanks(words.map(({ text }) => text));
}

function withoutBlanks(texts: readonly string[]): string {
  return texts
    .join('')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[—–−]/g, '-')
    .replace(/\s+/g, '');
}

function holdsMiddle([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y, slack] = [(left + right) / 2, (top + bottom) / 2, slackShare * (y1 - y0)];
  return x > x0 - slackPx && x < x1 + slackPx && y > y0 - slack && y < y1 + slack;
}
