import { type LinedPage, lineUp, type Sheet } from '../../../ocr/extract/pairs/lined-page.ts';
import { type Box, mapBox } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import type { LevelWords } from '../../../ocr/read/whole/full-page.ts';
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
export function asRead({ name, entities }: FunsdPage, level: LevelWords & Sheet): LabelledPage {
  const entityOf = new Map<Word, FunsdEntity>();
  for (const word of level.words) {
    const entity = entityAt(mapBox(level.toCaptured, word.box), entities, wordShare);
    if (entity !== null) entityOf.set(word, entity);
  }
  return { name, lined: lineUp(level.words, level), entityOf };
}

/** True boxes stand this share of their height off the ink of their words on every side; boxes that are read close it in. */
const marginShare = 0.145;

function tightened([x0, y0, x1, y1]: Box): Box {
  const margin = Math.min(marginShare * (y1 - y0), (x1 - x0) / 4);
  return [x0 + margin, y0 + margin, x1 - margin, y1 - margin];
}

/** The true words, as large as on the captured page. */
export function asWritten({ name, entities }: FunsdPage, captured: Sheet): LabelledPage {
  const entityOf = new Map<Word, FunsdEntity>();
  for (const entity of entities) {
    for (const { text, box } of entity.words) {
      if (text.trim() !== '') entityOf.set({ text: text.trim(), box: tightened(box), confidence: 1 }, entity);
    }
  }
  return { name, lined: lineUp([...entityOf.keys()], captured), entityOf };
}
