import { costsByHand, type Witness } from './likeness.ts';

/** What values of a kind look like: which characters may stand at each place, and what else they must keep. */
export interface Shape {
  /** The characters of each place, from left to right. */
  readonly places: readonly string[];
  /** Whether a text that has these characters is a value of the kind. */
  readonly isRight: (text: string) => boolean;
  /** What a check over the whole text makes of a beginning; beginnings that differ in it are followed apart. */
  readonly checked?: (beginning: string) => number;
  /** What it costs to suppose any text of the shape, in letters misread. */
  readonly prior?: number;
}

/** A text that the readings of a value allow. */
export interface Supposed {
  readonly text: string;
  /** Mean over the readings of what it costs to suppose that it was read so, in letters misread. */
  readonly cost: number;
}

/** So many beginnings are followed; of those that a check tells apart so many of each, among the likeliest. */
const mostFollowed = 150;
const mostOfEach = 12;
const mostLookedAt = 1500;
/** What was read this far from the place of a character, in characters, is none of it. */
const farthest = 3;
/** What it costs to take a character for one that looks quite different. */
const unlike = 1;

/** A beginning of a text; for each reading, what it costs to suppose that it was read as each beginning of that. */
interface Beginning {
  readonly text: string;
  readonly rows: readonly Float64Array[];
}

/** A beginning and the character with which it goes on. */
interface Step {
  readonly before: Beginning;
  readonly character: string;
  /** What the whole costs at least. */
  readonly least: number;
}

/** A reading of which the costs of each character are looked up once. */
interface Reader {
  readonly weight: number;
  readonly seeing: Float64Array;
  readonly replacing: (written: string) => Float64Array;
}

/**
 * The texts of a shape that the readings of a value allow, the likeliest first: beginnings grow by a character at a time, and only the
 * likeliest are followed (beam search, Lowerre 1976).
 */
export function likeliestSpellings(shape: Shape, witnesses: readonly Witness[]): Supposed[] {
  const readers = [...Map.groupBy(witnesses, ({ text }) => text)].map(([text, alike]) => readerOf(text, alike));
  const weights = readers.reduce((sum, { weight }) => sum + weight, 0);
  const { places, prior = 0 } = shape;
  let followed: readonly Beginning[] = [{ text: '', rows: readers.map(firstRow) }];
  for (const [place, characters] of places.entries()) {
    const seen = [...characters].filter((character) => mayStandAt(place / places.length, character, readers));
    const steps = followed.flatMap((before) => seen.map((character) => stepOf(before, character, readers)));
    followed = likeliest(steps, shape).map((step) => goOn(step, readers));
  }
  return followed
    .filter(({ text }) => shape.isRight(text))
    .map(({ text, rows }) => {
      const cost = rows.reduce((sum, row, index) => sum + (readers[index]?.weight ?? 0) * (row.at(-1) ?? 0), 0);
      return { text, cost: prior + cost / weights };
    })
    .toSorted((one, other) => one.cost - other.cost);
}

function readerOf(text: string, alike: readonly Witness[]): Reader {
  const read = [...text];
  const known = new Map<string, Float64Array>();
  return {
    weight: alike.reduce((sum, { weight }) => sum + weight, 0),
    seeing: Float64Array.from(read, (character) => costsByHand.seeing(character)),
    replacing(written) {
      const costs =
        known.get(written) ?? Float64Array.from(read, (character) => costsByHand.replacing(written, character));
      known.set(written, costs);
      return costs;
    },
  };
}

/** Whether a reader saw the character, or one that hands make alike, near its share of the whole: nothing is put in that nobody saw. */
function mayStandAt(share: number, character: string, readers: readonly Reader[]): boolean {
  return readers.some(({ replacing }) => {
    const costs = replacing(character);
    const from = Math.max(0, Math.ceil(share * costs.length - farthest));
    return costs.subarray(from, Math.floor(share * costs.length + farthest) + 1).some((cost) => cost < unlike);
  });
}

function firstRow({ seeing }: Reader): Float64Array {
  const row = new Float64Array(seeing.length + 1);
  for (const [at, cost] of seeing.entries()) row[at + 1] = (row[at] ?? 0) + cost;
  return row;
}

function stepOf(before: Beginning, character: string, readers: readonly Reader[]): Step {
  let least = 0;
  for (const [index, reader] of readers.entries()) {
    least += reader.weight * leastOfNext(before.rows[index] ?? new Float64Array(), character, reader);
  }
  return { before, character, least };
}

function likeliest(steps: readonly Step[], { checked }: Shape): Step[] {
  const ordered = steps.toSorted((one, other) => one.least - other.least);
  if (checked === undefined) return ordered.slice(0, mostFollowed);
  const followed = new Map<number, number>();
  return ordered.slice(0, mostLookedAt).filter(({ before, character }) => {
    const check = checked(before.text + character);
    const others = followed.get(check) ?? 0;
    followed.set(check, others + 1);
    return others < mostOfEach;
  });
}

function goOn({ before, character }: Step, readers: readonly Reader[]): Beginning {
  const rows = readers.map((reader, index) => {
    const row = before.rows[index] ?? new Float64Array();
    const next = new Float64Array(row.length);
    leastOfNext(row, character, reader, next);
    return next;
  });
  return { text: before.text + character, rows };
}

/** The least of the costs of a beginning with one more character, which are put into `next` where it is given (Levenshtein 1966). */
function leastOfNext(row: Float64Array, written: string, reader: Reader, next?: Float64Array): number {
  const [lost, replaced, { seeing }] = [costsByHand.losing(written), reader.replacing(written), reader];
  let diagonal = row[0] ?? 0;
  let left = diagonal + lost;
  let least = left;
  if (next !== undefined) next[0] = left;
  for (let at = 1; at < row.length; at += 1) {
    const above = row[at] ?? 0;
    const cost = Math.min(diagonal + (replaced[at - 1] ?? 0), above + lost, left + (seeing[at - 1] ?? 0));
    if (next !== undefined) next[at] = cost;
    if (cost < least) least = cost;
    diagonal = above;
    left = cost;
  }
  return least;
}
