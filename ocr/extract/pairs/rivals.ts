import { logOdds } from './features.ts';
import type { Guess } from './guesses.ts';
import type { LinedPage } from './lined-page.ts';
import type { Segment } from './segments.ts';
import { flag } from './spelling.ts';
import { type Roles, roleOf } from './word-roles.ts';

/** Nothing speaks for what is as unlikely as this. */
const unlikely = 0.02;
/** Texts whose left edges are nearer than this many heights stand in one column. */
const alignedHeights = 0.6;
const likely = 0.3;
const mostCount = 5;

/**
 * What else may be true of the texts of each pair, one row a guess: what other label its value may have, what other value its label,
 * whether its label may be a value and its value a label, what stands between them, and whether pairs in the same two columns are
 * likely.
 */
export function rivalFeatures(guesses: readonly Guess[], { wordHeight }: LinedPage, roles: Roles): number[][] {
  const byLabel = Map.groupBy(guesses, ({ candidate }) => candidate.label);
  const byValue = Map.groupBy(guesses, ({ candidate }) => candidate.value);
  return guesses.map((guess) => {
    const { label, value, side, between } = guess.candidate;
    const [ofLabel, ofValue] = [byLabel.get(label) ?? [], byValue.get(value) ?? []];
    const [otherLabel, otherValue] = [mostOf(ofValue, guess), mostOf(ofLabel, guess)];
    const betweens = ofLabel.filter(
      (other) => other.candidate.side === side && between.includes(other.candidate.value),
    );
    const aligned = ofColumns(guess, guesses, alignedHeights * wordHeight);
    const [one, other] = [roleOf(label, roles), roleOf(value, roles)];
    return [
      logOdds(guess.probability),
      logOdds(otherLabel),
      logOdds(guess.probability) - logOdds(otherLabel),
      logOdds(otherValue),
      logOdds(guess.probability) - logOdds(otherValue),
      logOdds(mostOf(byValue.get(label) ?? [], guess)),
      logOdds(mostOf(byLabel.get(value) ?? [], guess)),
      Math.min(mostCount, ofLabel.filter(({ probability }) => probability > likely).length),
      flag(side === 'below'),
      Math.min(mostCount, between.length),
      Math.min(...betweens.map(({ probability }) => probability), 1),
      mean(betweens.map(({ probability }) => probability)),
      Math.min(mostCount, aligned.length),
      mean(aligned.map(({ probability }) => probability)),
      Math.max(...aligned.map(({ probability }) => probability), 0),
      one.label,
      one.value,
      other.label,
      other.value,
    ];
  });
}

function mostOf(guesses: readonly Guess[], except: Guess): number {
  return guesses.reduce((most, guess) => (guess === except ? most : Math.max(most, guess.probability)), unlikely);
}

/** Other pairs whose labels stand in one column, and whose values do: rows of a form; for values below their labels, of one row. */
function ofColumns(guess: Guess, guesses: readonly Guess[], slack: number): Guess[] {
  const { label, value, side } = guess.candidate;
  const edge = side === 'right' ? 0 : 1;
  return guesses.filter(
    ({ candidate }) =>
      candidate.side === side &&
      candidate.label !== label &&
      candidate.value !== value &&
      isNear(candidate.label, label, edge, slack) &&
      isNear(candidate.value, value, edge, slack),
  );
}

function isNear({ box: one }: Segment, { box: other }: Segment, edge: 0 | 1, slack: number): boolean {
  return Math.abs(one[edge] - other[edge]) < slack;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
