import type { Forest } from '../../model/forest.ts';
import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';
import { breakContext, isBreak } from './breaks.ts';
import type { LinedPage } from './lined-page.ts';
import type { Roles } from './word-roles.ts';

/** Words that stand together. */
export interface Segment {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
}

export function segmentOf(words: readonly Word[]): Segment {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    box: [
      Math.min(...words.map(({ box }) => box[0])),
      Math.min(...words.map(({ box }) => box[1])),
      Math.max(...words.map(({ box }) => box[2])),
      Math.max(...words.map(({ box }) => box[3])),
    ],
  };
}

/** What a label says, without the colon or the dots behind it. */
export function labelText({ text }: Segment): string {
  return text.replace(/\s*[:.…_]+$/, '');
}

/** The lines of a page, each cut where `isBreak` says so. */
export function cutLines(page: LinedPage, roles: Roles, forest: Forest): Segment[][] {
  const context = breakContext(page, roles);
  return page.lines.map((line) => {
    const segments: Word[][] = [];
    line.forEach((word, place) => {
      if (place === 0 || isBreak(forest, line, place, context)) segments.push([word]);
      else segments.at(-1)?.push(word);
    });
    return segments.map(segmentOf);
  });
}
