import { logisticProbability } from '../../model/logistic.ts';
import type { Pair, Word } from '../../model/reading.ts';
import { findCandidates } from './candidates.ts';
import { type Candidate, pairFeatures } from './features.ts';
import { pairWeights } from './pair-weights.ts';
import { type Segment, segmentPage } from './segments.ts';

interface PageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

interface Scored {
  readonly candidate: Candidate;
  readonly probability: number;
}

/** Pairs less likely than this are left out. */
const leastProbability = 0.25;

/**
 * Finds labels with their values among the words of a page without a layout. Every text is compared with what stands right
 * of it and below it, and a logistic regression over places and spelling tells labels with values from other neighbours.
 * A value has one label, the likeliest; a label may have several values. The confidence of a pair is that probability. Boxes
 * are in the unit of the words'.
 */
export function findPairs(words: readonly Word[], page: PageSize): Pair[] {
  const { lines, wordHeight } = segmentPage(words);
  const scored = findCandidates(lines, page.widthPx, wordHeight)
    .map((candidate) => ({
      candidate,
      probability: logisticProbability(pairWeights, pairFeatures(candidate, wordHeight)),
    }))
    .filter(({ probability }) => probability >= leastProbability);
  return choose(scored)
    .map(toPair)
    .toSorted((one, other) => one.label.box[1] - other.label.box[1] || one.label.box[0] - other.label.box[0]);
}

/** Takes the likeliest first, as long as it does not make a label of a value, a value of a label, or give a value two labels. */
function choose(scored: readonly Scored[]): Scored[] {
  const labels = new Set<Segment>();
  const values = new Set<Segment>();
  return scored
    .toSorted((one, other) => other.probability - one.probability)
    .filter(({ candidate: { label, value } }) => {
      if (values.has(label) || values.has(value) || labels.has(value)) return false;
      labels.add(label);
      values.add(value);
      return true;
    });
}

function toPair({ candidate: { label, value }, probability }: Scored): Pair {
  return {
    label: { text: label.text.replace(/\s*[:.…_]+$/, ''), box: label.box },
    value: { text: value.text, box: value.box },
    confidence: probability,
  };
}
