import type { Character } from '../../model/reading.ts';
import { alignTexts } from '../engines/align.ts';
import { combineReadings } from '../engines/combine.ts';
import type { LineReading } from '../engines/engine.ts';
import type { WordList } from '../whole/word-list.ts';
import { lineChoiceWeights } from './line-choice-weights.ts';

/** Who reads lines, and in which drawings. */
export const lineReaders = ['quick', 'other', 'near', 'careful'] as const;
export type LineReaderName = (typeof lineReaders)[number];
export const drawings = ['kept', 'bare'] as const;

/** What one reader makes of one drawing of a line. Boxes are in pixels of the page. */
export interface LineVote {
  readonly reader: LineReaderName;
  readonly drawing: (typeof drawings)[number];
  readonly reading: LineReading;
  readonly canWrite: (character: string) => boolean;
}

/** A text that the line may have. */
export interface Candidate {
  /** Its letters and digits. */
  readonly letters: string;
  /** In the spelling that most speaks for. */
  readonly reading: LineReading;
}

const mostUnlisted = 3;

/** The likeliest text of a line, no surer than it is likelier than the others that were read; null where nobody read any. */
export function chooseLine(votes: readonly LineVote[], list: WordList): LineReading | null {
  const candidates = candidatesOf(votes);
  const scores = lineFeatures(candidates, votes, list).map((features) =>
    features.reduce((sum, feature, place) => sum + feature * (lineChoiceWeights[place] ?? 0), 0),
  );
  const most = Math.max(...scores);
  const best = candidates[scores.indexOf(most)];
  if (best === undefined) return null;
  const chance = 1 / scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
  return { ...best.reading, confidence: Math.min(chance, best.reading.confidence) };
}

/** What was read, by letters, and what the readings come to when they vote letter by letter. */
export function candidatesOf(votes: readonly LineVote[]): Candidate[] {
  const read = votes.filter(({ reading }) => lettersOf(reading.text) !== '');
  const groups = Map.groupBy(read, ({ reading }) => lettersOf(reading.text));
  const candidates = [...groups].map(([letters, own]): Candidate => ({ letters, reading: usualSpelling(own) }));
  for (const reading of combinations(read)) {
    const letters = lettersOf(reading.text);
    if (letters !== '' && !candidates.some((candidate) => candidate.letters === letters)) {
      candidates.push({ letters, reading });
    }
  }
  return candidates;
}

/** One row of features for each candidate, as `lineChoiceWeights` were fitted to them. */
export function lineFeatures(candidates: readonly Candidate[], votes: readonly LineVote[], list: WordList): number[][] {
  const combined = combinations(votes.filter(({ reading }) => lettersOf(reading.text) !== '')).map(({ text }) =>
    lettersOf(text),
  );
  return candidates.map(({ letters, reading }) => [
    ...drawings.flatMap((drawing) =>
      lineReaders.map((reader) => {
        const vote = votes.find((one) => one.drawing === drawing && one.reader === reader);
        return vote === undefined || lettersOf(vote.reading.text) !== letters ? 0 : meanConfidence(vote.reading) ** 2;
      }),
    ),
    votes.reduce(
      (sum, vote) => sum + likeness(lettersOf(vote.reading.text), letters) * meanConfidence(vote.reading),
      0,
    ),
    ...combined.map((other) => (other === letters ? 1 : 0)),
    ...listed(reading.text, list),
  ]);
}

/** Of all drawings, and of each alone. */
function combinations(votes: readonly LineVote[]): LineReading[] {
  const parts = [votes, ...drawings.map((drawing) => votes.filter((vote) => vote.drawing === drawing))];
  return parts.map((part) => {
    const inOrder = part.toSorted((one, other) => Number(other.canWrite(' ')) - Number(one.canWrite(' ')));
    return inOrder.length === 0 ? nothing : combineReadings(inOrder);
  });
}

const nothing: LineReading = {
  text: '',
  confidence: 0,
  characters: [],
  characterBoxes: [],
  box: [0, 0, 0, 0],
  engine: 'none',
};

/** The surest reading of the spelling that has most confidence together. */
function usualSpelling(votes: readonly LineVote[]): LineReading {
  const groups = [...Map.groupBy(votes, ({ reading }) => reading.text).values()];
  const weight = (own: readonly LineVote[]) => own.reduce((sum, { reading }) => sum + meanConfidence(reading), 0);
  const [spelling = []] = groups.toSorted((one, other) => weight(other) - weight(one));
  const [surest] = spelling.toSorted((one, other) => meanConfidence(other.reading) - meanConfidence(one.reading));
  return surest?.reading ?? nothing;
}

/** Letters and digits in one case: marks and blanks are put right elsewhere. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function meanConfidence({ characters }: { readonly characters: readonly Character[] }): number {
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);
}

/** Share of the places of two texts, laid beside each other, that hold the same letter. */
function likeness(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  const pairs = alignTexts(left, right);
  const same = pairs.filter(
    (pair) => pair.left !== null && pair.right !== null && left[pair.left] === right[pair.right],
  );
  return same.length / Math.max(1, pairs.length);
}

/** Share of the words that are listed less that of those that are not, and how many are not. */
function listed(text: string, list: WordList): [number, number] {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const known = words.filter((word) => list.knows(word)).length;
  const unknown = words.length - known;
  return [(known - unknown) / Math.max(1, words.length), Math.min(mostUnlisted, unknown)];
}
