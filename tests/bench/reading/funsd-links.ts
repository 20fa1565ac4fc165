import type { Pair } from '../../../ocr/model/reading.ts';
import type { FunsdPage } from '../../../tools/train/noisy-pages/funsd.ts';
import { foldText } from './score.ts';

/** What two spellings of one text have in common: `exact` but for a colon behind a label, `loose` letters and digits only. */
export const spellings = {
  exact: (text: string) => foldText(text).replace(/\s*[:.…_]+$/, ''),
  loose: (text: string) =>
    foldText(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
} as const;
export type Spelling = (typeof spellings)[keyof typeof spellings];

export interface LinkedPage {
  readonly page: FunsdPage;
  readonly pairs: readonly Pair[];
}

/** Harmonic mean of precision and recall of pairs of a question's and its answer's text; each true one is found once. */
export function linkScore(pages: readonly LinkedPage[], spell: Spelling): number {
  let hits = 0;
  let count = 0;
  for (const { page, pairs } of pages) {
    const truth = trueLinks(page, spell);
    count += truth.length + pairs.length;
    for (const { label, value } of pairs) {
      const place = truth.indexOf(linkOf(spell(label.text), spell(value.text)));
      if (place < 0) continue;
      hits += 1;
      truth.splice(place, 1);
    }
  }
  return (2 * hits) / Math.max(1, count);
}

/** Links between questions and answers that hold text. */
function trueLinks({ entities }: FunsdPage, spell: Spelling): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return entities.flatMap((question) =>
    question.linking.flatMap(([from, to]) => {
      const answer = byId.get(to);
      const isLink = from === question.id && question.label === 'question' && answer?.label === 'answer';
      if (!isLink || question.text.trim() === '' || answer.text.trim() === '') return [];
      return [linkOf(spell(question.text), spell(answer.text))];
    }),
  );
}

function linkOf(question: string, answer: string): string {
  return JSON.stringify([question, answer]);
}
