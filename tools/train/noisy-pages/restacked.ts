import { lineUp } from '../../../ocr/extract/pairs/lined-page.ts';
import type { Box } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { noRules, type Rules } from '../../../ocr/model/rules.ts';
import { createRandom, type Random } from '../../samples/random.ts';
import type { FunsdEntity, FunsdPage } from './funsd.ts';
import type { LabelledPage } from './labelled-page.ts';

const widthPx = 2000;
const leftPx = 100;
/** Width of a letter, as a share of the words' height. */
const letterShare = 0.73;
/** Width of a blank, likewise. */
const blankShare = 0.84;
const rulePx = 3;
const mostLetters = 40;
const fewestFields = 6;

interface Field {
  readonly label: FunsdEntity;
  readonly value: FunsdEntity;
}

/**
 * The labels and values of a page set anew in rows of boxes, each value under its label or missing, as forms of offices have
 * them and FUNSD seldom: on some pages with colons, with lines to write on, or in boxes, on some without. Each setting is another
 * such page. Null where a page has too few that are short.
 */
export function restacked(page: FunsdPage, setting: number): LabelledPage | null {
  const random = createRandom(`restacked/${page.name}/${setting}`);
  const fields = fieldsOf(page);
  if (fields.length < fewestFields) return null;
  const style = styleOf(random);
  const entityOf = new Map<Word, FunsdEntity>();
  const places: Box[] = [];
  let y = leftPx;
  for (let at = 0; at < fields.length; ) {
    const row = fields.slice(at, at + random.whole(1, 3));
    at += row.length;
    row.forEach(({ label, value }, column) => {
      const columnPx = (widthPx - 2 * leftPx) / row.length;
      const x = leftPx + column * columnPx;
      places.push([x, y, x + columnPx - style.valuePx, y + style.downPx + style.valuePx]);
      setText(entityOf, label, style.labelText(label.text), [x, y], style.labelPx);
      if (random.chance(style.filled))
        setText(entityOf, value, value.text, [x + style.indentPx, y + style.downPx], style.valuePx);
    });
    y += style.rowPx;
  }
  return {
    name: page.name,
    lined: lineUp([...entityOf.keys()], { widthPx, heightPx: y + leftPx, rules: style.rulesOf(places) }),
    entityOf,
  };
}

/** Values that have one label, and the labels that have one value, where both are short. */
function fieldsOf({ entities }: FunsdPage): Field[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const isShort = ({ text }: FunsdEntity) => text.trim() !== '' && text.length <= mostLetters;
  return entities.flatMap((label) => {
    const values = label.linking.filter(([from]) => from === label.id).flatMap(([, to]) => byId.get(to) ?? []);
    const [value] = values;
    if (label.label !== 'question' || value?.label !== 'answer' || values.length !== 1) return [];
    return isShort(label) && isShort(value) ? [{ label, value }] : [];
  });
}

function styleOf(random: Random) {
  const valuePx = random.whole(24, 34);
  const labelPx = Math.round(valuePx * random.between(0.65, 1.05));
  const downPx = Math.round(labelPx + valuePx * random.between(0.2, 0.9));
  const [colon, capitals] = [random.chance(0.5), random.chance(0.25)];
  return {
    ...{ valuePx, labelPx, downPx },
    rowPx: Math.round(downPx + valuePx * random.between(1.5, 3)),
    indentPx: random.chance(0.5) ? 0 : Math.round(valuePx * random.between(0, 1)),
    filled: random.between(0.6, 1),
    rulesOf: random.pick([() => noRules, linesUnder, (places: readonly Box[]) => framesAround(places, valuePx / 4)]),
    labelText(text: string) {
      const bare = text.replace(/[\s:]+$/, '');
      return `${capitals ? bare.toUpperCase() : bare}${colon ? ':' : ''}`;
    },
  };
}

function linesUnder(places: readonly Box[]): Rules {
  return { across: places.map(([x0, , x1, y1]) => [x0, y1 + 2, x1, y1 + 2 + rulePx]), down: [] };
}

function framesAround(places: readonly Box[], marginPx: number): Rules {
  const frames = places.map(
    ([x0, y0, x1, y1]) => [x0 - marginPx, y0 - marginPx, x1 + marginPx, y1 + marginPx] as const,
  );
  return {
    across: frames.flatMap(([x0, y0, x1, y1]): Box[] => [y0, y1].map((y) => [x0, y, x1, y + rulePx])),
    down: frames.flatMap(([x0, y0, x1, y1]): Box[] => [x0, x1].map((x) => [x, y0, x + rulePx, y1])),
  };
}

function setText(
  words: Map<Word, FunsdEntity>,
  entity: FunsdEntity,
  text: string,
  [left, top]: readonly [number, number],
  heightPx: number,
): void {
  let x = left;
  for (const word of text.trim().split(/\s+/)) {
    const end = x + word.length * letterShare * heightPx;
    words.set({ text: word, confidence: 1, box: [x, top, end, top + heightPx] }, entity);
    x = end + blankShare * heightPx;
  }
}
