import { type LinedPage, lineUp, type PageSize } from '../../../ocr/extract/pairs/lined-page.ts';
import { mapBox } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import type { LevelWords } from '../../../ocr/read/full-page.ts';
import type { FunsdEntity, FunsdPage } from './funsd.ts';
import { entityAt } from './overlap.ts';

/** The words of a page, as they were read or as they are, and what each belongs to. */
export interface LabelledPage {
  readonly name: string;
  readonly lined: LinedPage;
  readonly entityOf: ReadonlyMap<Word, FunsdEntity>;
}

const wordShare = 0.3;

/** The words that were read, each with the entity that it covers. */
export function asRead({ name, entities }: FunsdPage, level: LevelWords): LabelledPage {
  const entityOf = new Map<Word, FunsdEntity>();
  for (const word of level.words) {
    const entity = entityAt(mapBox(level.toCaptured, word.box), entities, wordShare);
    if (entity !== null) entityOf.set(word, entity);
  }
  return { name, lined: lineUp(level.words, level), entityOf };
}

/** The true words, as large as on the captured page. */
export function asWritten({ name, entities }: FunsdPage, captured: PageSize): LabelledPage {
  const entityOf = new Map<Word, FunsdEntity>();
  for (const entity of entities) {
    for (const { text, box } of entity.words) {
      if (text.trim() !== '') entityOf.set({ text: text.trim(), box, confidence: 1 }, entity);
    }
  }
  return { name, lined: lineUp([...entityOf.keys()], captured), entityOf };
}
