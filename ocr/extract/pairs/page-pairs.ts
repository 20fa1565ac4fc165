import { type Affine, type Box, mapBox } from '../../model/geometry.ts';
import type { Pair, TickBox, Word } from '../../model/reading.ts';
import type { Rules } from '../../model/rules.ts';
import { pairsOfBlanks } from './blanks/filled-blanks.ts';
import type { Blank } from './blanks/find-blanks.ts';
import { findPairs } from './find-pairs.ts';
import { withoutLetters } from './letters-as-boxes.ts';
import type { PairModel } from './model.ts';
import { findOptions } from './options.ts';
import { findRuledTables } from './ruled-tables.ts';

/** What was seen on a page without a layout that lies upright and level, in its pixels. */
export interface SeenPage {
  readonly words: readonly Word[];
  readonly tickBoxes: readonly TickBox[];
  /** Rectangles that rules close in. */
  readonly cells: readonly Box[];
  readonly rules: Rules;
  /** Room to write on with what stands there, and the print before it. */
  readonly blanks: readonly Blank[];
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels of this page to pixels of the captured one. */
  readonly toCaptured: Affine;
}

/**
 * Everything on a page without a layout that has a label: tick boxes with their texts and what their questions were answered,
 * cells of ruled tables under the heads of their columns, and texts beside or below others. No word is told twice. Boxes are
 * in pixels of the captured page.
 */
export function pairsOfPage(
  { words, tickBoxes, cells, toCaptured, blanks, ...sheet }: SeenPage,
  model: PairModel,
): Pair[] {
  const values = new Set(blanks.flatMap(({ value }) => value));
  const labels = new Set(blanks.flatMap(({ label }) => label));
  const printed = words.filter((word) => !values.has(word));
  const options = findOptions(withoutLetters(tickBoxes, printed), printed);
  const texts = printed.filter((word) => !options.used.has(word) && !labels.has(word));
  const beside = findPairs(texts, sheet, model);
  const tables = findRuledTables(cells, texts, beside);
  const isInTable = (word: Word) => tables.used.has(word);
  const others =
    tables.used.size === 0
      ? beside
      : findPairs(
          texts.filter((word) => !isInTable(word)),
          sheet,
          model,
        );
  return [...pairsOfBlanks(blanks), ...options.pairs, ...tables.pairs, ...others].map((pair) => ({
    ...pair,
    label: { ...pair.label, box: mapBox(toCaptured, pair.label.box) },
    value: { ...pair.value, box: mapBox(toCaptured, pair.value.box) },
  }));
}
