import type { Forest, Tree } from '../../../ocr/model/forest.ts';
import { createRandom } from '../../samples/random.ts';
import type { Example } from './logistic.ts';

export interface BoostOptions {
  readonly trees: number;
  /** What each tree adds of what it found. */
  readonly rate: number;
  /** Share of the features that each tree sees. */
  readonly columnShare: number;
}

const depth = 3;
const bins = 24;
/** Pulls leaves towards 0. */
const shrinkage = 5;
/** Least sum of p(1 - p) on either side of a question. */
const leastWeight = 5;
/** Share of the examples that each tree sees. */
const rowShare = 0.6;

/**
 * Fits boosted trees to the log loss (Friedman 2001; second order and regularised as in Chen and Guestrin 2016), each on a random part
 * of examples and features (Friedman 2002). The same examples give the same trees.
 */
export function fitForest(examples: readonly Example[], { trees, rate, columnShare }: BoostOptions): Forest {
  const columns = columnsOf(examples);
  const random = createRandom('trees');
  const positive = examples.filter(({ holds }) => holds).length / examples.length;
  const bias = rounded(Math.log(positive / (1 - positive)));
  const logOdds = new Float64Array(examples.length).fill(bias);
  const fitted: Tree[] = [];
  for (let count = 0; count < trees; count += 1) {
    const slopes = slopesOf(examples, logOdds);
    const rows = Uint32Array.from(examples.keys()).filter(() => random.chance(rowShare));
    const branch = grow({ columns: columns.filter(() => random.chance(columnShare)), slopes, rate }, rows, depth);
    fitted.push(treeOf(branch));
    for (let row = 0; row < logOdds.length; row += 1) logOdds[row] = (logOdds[row] ?? 0) + leafAt(branch, row);
  }
  return { bias, trees: fitted };
}

/** One feature of all examples, sorted into bins that begin at the limits. */
interface Column {
  readonly feature: number;
  readonly limits: readonly number[];
  readonly binOf: Uint8Array;
}

/** First and second derivative of the loss by the log odds, one of each an example. */
interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

interface Ground {
  readonly columns: readonly Column[];
  readonly slopes: Slopes;
  readonly rate: number;
}

function columnsOf(examples: readonly Example[]): Column[] {
  const count = examples[0]?.features.length ?? 0;
  return Array.from({ length: count }, (_, feature) => {
    const values = examples.map(({ features }) => features[feature] ?? 0);
    const limits = limitsOf(values);
    return { feature, limits, binOf: Uint8Array.from(values, (value) => binAt(value, limits)) };
  });
}

/** How many of the ascending limits a value reaches. */
function binAt(value: number, limits: readonly number[]): number {
  let [low, high] = [0, limits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (limits[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** At even shares of the values, each once; where nearly all are the same, between these and the largest. */
function limitsOf(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const even = Array.from(
    { length: bins - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / bins)] ?? 0,
  );
  const limits = [...new Set(even.map(rounded))].filter((limit) => limit > least && limit <= most);
  return limits.length === 0 && most > least ? [rounded((least + most) / 2)] : limits;
}

function slopesOf(examples: readonly Example[], logOdds: Float64Array): Slopes {
  const probability = logOdds.map((odds) => 1 / (1 + Math.exp(-odds)));
  return {
    first: probability.map((chance, row) => chance - (examples[row]?.holds ? 1 : 0)),
    second: probability.map((chance) => chance * (1 - chance)),
  };
}

/** A tree that is asked about the rows it is fitted to: a row whose bin is at most `bin` goes on with `low`. */
type Branch = number | { readonly column: Column; readonly bin: number; readonly low: Branch; readonly high: Branch };

function leafAt(branch: Branch, row: number): number {
  let node = branch;
  while (typeof node !== 'number') node = (node.column.binOf[row] ?? 0) <= node.bin ? node.low : node.high;
  return node;
}

function treeOf(branch: Branch): Tree {
  if (typeof branch === 'number') return branch;
  const { column, bin, low, high } = branch;
  return [column.feature, column.limits[bin] ?? 0, treeOf(low), treeOf(high)];
}

function grow(ground: Ground, rows: Uint32Array, levels: number): Branch {
  const sums = sumOf(ground.slopes, rows);
  const best = levels === 0 ? null : bestQuestion(ground, rows, sums);
  if (best === null) return rounded((-ground.rate * sums.first) / (sums.second + shrinkage));
  const { column, bin } = best;
  const isLow = (row: number) => (column.binOf[row] ?? 0) <= bin;
  const low = rows.filter(isLow);
  const high = rows.filter((row) => !isLow(row));
  return { column, bin, low: grow(ground, low, levels - 1), high: grow(ground, high, levels - 1) };
}

interface Sums {
  readonly first: number;
  readonly second: number;
}

function sumOf({ first, second }: Slopes, rows: Uint32Array): Sums {
  let [one, other] = [0, 0];
  for (const row of rows) {
    one += first[row] ?? 0;
    other += second[row] ?? 0;
  }
  return { first: one, second: other };
}

/** What a leaf with these sums takes off the loss. */
function worth({ first, second }: Sums): number {
  return first ** 2 / (second + shrinkage);
}

function bestQuestion({ columns, slopes }: Ground, rows: Uint32Array, all: Sums) {
  let best: { column: Column; bin: number; gain: number } | null = null;
  for (const column of columns) {
    const low = { first: 0, second: 0 };
    const { first, second } = binnedSums(column, slopes, rows);
    for (let bin = 0; bin < column.limits.length; bin += 1) {
      low.first += first[bin] ?? 0;
      low.second += second[bin] ?? 0;
      const high = { first: all.first - low.first, second: all.second - low.second };
      if (Math.min(low.second, high.second) < leastWeight) continue;
      const gain = worth(low) + worth(high) - worth(all);
      if (gain > (best?.gain ?? 0)) best = { column, bin, gain };
    }
  }
  return best;
}

function binnedSums({ binOf }: Column, slopes: Slopes, rows: Uint32Array): Slopes {
  const [first, second] = [new Float64Array(bins), new Float64Array(bins)];
  for (const row of rows) {
    const bin = binOf[row] ?? 0;
    first[bin] = (first[bin] ?? 0) + (slopes.first[row] ?? 0);
    second[bin] = (second[bin] ?? 0) + (slopes.second[row] ?? 0);
  }
  return { first, second };
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
