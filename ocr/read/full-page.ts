import type { PreparedPage } from '../model/page.ts';
import type { Word } from '../model/reading.ts';
import type { PageArrangement, TextEngine } from './engines/engine.ts';
import { mappedWords, orderScatteredLines, textOfLines } from './lines.ts';
import { reducePage } from './reduce.ts';

export interface PageText {
  readonly text: string;
  /** In reading order; boxes are in pixels of the captured page. */
  readonly words: readonly Word[];
  /** Mean confidence of the words, each counted by its letters; 0 when there are none. */
  readonly confidence: number;
}

/** Reads everything on a prepared page. A blank page gives no words. Throws when the engine fails. */
export function readFullPage(page: PreparedPage, engine: TextEngine): PageText {
  if (page.blank) return { text: '', words: [], confidence: 0 };
  const arrangement = arrangementOf(page);
  const read = arrangement === 'page' ? reducePage(page) : page;
  const found = engine.readPage(read.image, { dpi: read.dpi, arrangement });
  const lines = arrangement === 'sparse' ? orderScatteredLines(found) : found;
  const words = mappedWords(lines, read.toCaptured);
  return { text: textOfLines(lines), words, confidence: meanConfidence(words) };
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
