import type { Affine } from '../model/geometry.ts';
import type { PreparedPage } from '../model/page.ts';
import type { Word } from '../model/reading.ts';
import type { PageArrangement, TextEngine, TextLine } from './engines/engine.ts';
import { mappedWords, orderScatteredLines, textOfLines } from './lines.ts';
import { copyForReading } from './page-copy.ts';
import { readAgain, type SecondLook } from './scattered/second-look.ts';

export interface PageText {
  readonly text: string;
  /** In reading order; boxes are in pixels of the captured page. */
  readonly words: readonly Word[];
  /** The same words on the page as it was read, where lines are level. */
  readonly level: LevelWords;
  /** The engine's mean confidence in all it saw, each word counted by its letters; 0 when there are none. */
  readonly confidence: number;
}

/** Words on an upright page without skew, in its pixels. */
export interface LevelWords {
  readonly words: readonly Word[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly toCaptured: Affine;
}

/** About how high preparation makes the capitals of a page that it enlarges. */
export const preparedCapitalPx = 30;

/**
 * Reads everything on a prepared page: at once where its resolution is good, with a second look at what is doubtful where it
 * had to be enlarged. A blank page gives no words. Rejects when an engine fails.
 */
export async function readFullPage(page: PreparedPage, engine: TextEngine, look: SecondLook): Promise<PageText> {
  if (page.blank) return { text: '', words: [], level: levelWords([], page), confidence: 0 };
  const arrangement = arrangementOf(page);
  const read = arrangement === 'page' ? copyForReading(page) : page;
  const found = engine.readPage(read.image, { dpi: read.dpi, arrangement });
  const lines = arrangement === 'page' ? found : await readScattered(page, found, look);
  return {
    text: textOfLines(lines),
    words: mappedWords(lines, read.toCaptured),
    level: levelWords(
      lines.flatMap((line) => line.words),
      read,
    ),
    confidence: meanConfidence(found.flatMap(({ words }) => words)),
  };
}

function levelWords(words: readonly Word[], { image: { widthPx, heightPx }, toCaptured }: PreparedPage): LevelWords {
  return { words, widthPx, heightPx, toCaptured };
}

async function readScattered(
  { image, dpi }: PreparedPage,
  found: readonly TextLine[],
  look: SecondLook,
): Promise<TextLine[]> {
  const words = found.flatMap((line) => line.words);
  return orderScatteredLines(await readAgain({ image, dpi, capitalHeightPx: preparedCapitalPx }, words, look));
}

/** On much enlarged pages the search for columns loses the scattered words of forms. */
function arrangementOf(page: PreparedPage): PageArrangement {
  return page.steps.some((step) => step.kind === 'resize' && step.factor > 1.6) ? 'sparse' : 'page';
}

function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  if (letters === 0) return 0;
  return words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
