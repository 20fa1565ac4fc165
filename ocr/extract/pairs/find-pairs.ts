import { forestProbability } from '../../model/forest.ts';
import type { Pair, Word } from '../../model/reading.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Guess, guessPairs } from './guesses.ts';
import { joinLines } from './joins.ts';
import { type LinedPage, lineUp, type Sheet } from './lined-page.ts';
import type { PairModel } from './model.ts';
import { describePieces, rolesOfWords } from './piece-roles.ts';
import { rivalFeatures } from './rivals.ts';
import { cutLines, labelText, type Segment } from './segments.ts';
import { describeWords, type Roles, rolesBy } from './word-roles.ts';

/** Pairs less likely than this are left out. */
const leastProbability = 0.25;
/** A cell of a table has two labels, the head of its row and that of its column; the less likely is taken from here on. */
const leastOfSecond = 0.35;

/**
 * Finds labels with their values among the words of a page without a layout. What each word is part of is guessed from its
 * spelling, place and neighbours, and by the rules around it; lines are cut and put together again into texts; every text is compared
 * with what stands right of it and below it; and every pair with the others that its label and its value may be in. Each step is
 * a forest. A value has the likeliest label beside it or above it, or one of each; a label may have several values. The confidence of a pair is its probability. Boxes are in the unit of the words'.
 */
export function findPairs(words: readonly Word[], sheet: Sheet, model: PairModel): Pair[] {
  const page = lineUp(words, sheet);
  const { texts, roles } = readTexts(page, model);
  const guesses = guessPairs(findCandidates(texts, page), page, roles, model.pairs);
  const rivals = rivalFeatures(guesses, page, roles);
  const weighed = guesses
    .map(({ candidate }, at) => ({ candidate, probability: forestProbability(model.rivals, rivals[at] ?? []) }))
    .filter(({ probability }) => probability >= leastProbability);
  return choose(weighed)
    .map(toPair)
    .toSorted((one, other) => one.label.box[1] - other.label.box[1] || one.label.box[0] - other.label.box[0]);
}

/** The texts of a page, over several lines where they go on, and what each word seems to be part of. */
function readTexts(page: LinedPage, model: PairModel): { texts: Segment[]; roles: Roles } {
  const words = rolesBy(model.words, describeWords(page));
  const lines = cutLines(page, words, model.breaks);
  const roles = rolesOfWords(rolesBy(model.pieces, describePieces(lines, page, words)));
  return { texts: joinLines(lines, page, roles, model.joins), roles };
}

/** Takes the likeliest first, as long as it does not make a label of a value, or give a value two labels on one side. */
function choose(guesses: readonly Guess[]): Guess[] {
  const labels = new Set<Segment>();
  const sidesOf = new Map<Segment, readonly Candidate['side'][]>();
  return guesses
    .toSorted((one, other) => other.probability - one.probability)
    .filter(({ candidate: { label, value, side }, probability }) => {
      const sides = sidesOf.get(value) ?? [];
      if (sidesOf.has(label) || labels.has(value) || sides.includes(side)) return false;
      if (sides.length > 0 && probability < leastOfSecond) return false;
      labels.add(label);
      sidesOf.set(value, [...sides, side]);
      return true;
    });
}

function toPair({ candidate: { label, value }, probability }: Guess): Pair {
  return {
    label: { text: labelText(label), box: label.box },
    value: { text: value.text, box: value.box },
    confidence: probability,
  };
}
