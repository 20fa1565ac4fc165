import sharp from 'sharp';
import { type Box, mapBox } from '../../ocr/model/geometry.ts';
import type { GreyImage } from '../../ocr/model/page.ts';
import { type CaptureContext, capturePaper } from '../samples/degrade/capture.ts';
import type { Random } from '../samples/random.ts';
import type { Damage } from '../samples/truth.ts';
import type { Hand } from '../samples/write/hand.ts';
import { widthOf, writeLine } from '../samples/write/line.ts';
import type { FunsdEntity } from '../train/noisy-pages/funsd.ts';
import type { Blank, BlankPage, BoxMm, PrintedWord } from './find-blanks.ts';
import { type Declarant, inventValue } from './values.ts';

/** So many blanks are filled in; people leave the others empty. */
const filledShare = 0.85;
/** Machines and pens stand this much off the line. */
const offLineMm = 0.4;
/** A text may be written this much narrower than the hand does. */
const narrowest = 0.8;

export interface PrintedPage {
  readonly image: GreyImage;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly found: BlankPage;
}

export interface FilledPage {
  readonly image: GreyImage;
  /** Questions with their answers, and the other print; boxes in pixels of the image. */
  readonly entities: readonly FunsdEntity[];
}

interface Value {
  readonly elements: string;
  readonly words: readonly PrintedWord[];
}

/** Writes invented values on the blanks of a printed page, and captures it as a scanner does. */
export async function fillIn(
  { image, widthMm, heightMm, found }: PrintedPage,
  { hand, declarant }: { readonly hand: Hand; readonly declarant: Declarant },
  damage: Damage,
  random: Random,
  context: CaptureContext,
): Promise<FilledPage> {
  const values = found.blanks.map((blank, index) => writeValue(blank, hand, declarant, random.fork(`blank ${index}`)));
  const paper = {
    size: { widthMm, heightMm },
    elements: (await asElement(image, widthMm, heightMm)) + values.map((value) => value?.elements ?? '').join(''),
  };
  const captured = await capturePaper(paper, damage, random.fork('capture'), context);
  return {
    image: captured.image,
    entities: entitiesOf(found, values, ([x0, y0, x1, y1]) => mapBox(captured.toCaptured, [x0, y0, x1, y1])),
  };
}

function writeValue(blank: Blank, hand: Hand, declarant: Declarant, random: Random): Value | null {
  const label = blank.label.map(({ text }) => text).join(' ');
  const texts = random.chance(filledShare) ? textsOf(blank, label, hand, declarant, random) : null;
  if (texts === null) return null;
  const parts = texts.map((text, place) => writePart(text, blank.places[place] ?? [0, 0, 0, 0], hand, random));
  return { elements: parts.map(({ elements }) => elements).join(''), words: parts.flatMap(({ words }) => words) };
}

/** One text, or those of day, month and year where there are three places. */
function textsOf(blank: Blank, label: string, hand: Hand, declarant: Declarant, random: Random): string[] | null {
  const [only, ...others] = blank.places;
  if (only === undefined) return null;
  if (others.length > 0) {
    const parts = [random.whole(1, 28), random.whole(1, 12), random.whole(1960, 2026)].map((part) =>
      String(part).padStart(2, '0'),
    );
    return blank.places.length === 3 ? parts : null;
  }
  const room = (only[2] - only[0]) / narrowest;
  const text = inventValue(
    declarant,
    label,
    random,
    (tried) => widthOf(hand, written(tried, hand), hand.capitalMm) < room,
  );
  return text === null ? null : [text];
}

function written(text: string, hand: Hand): string {
  return hand.capitalsOnly ? text.toUpperCase() : text;
}

function writePart(value: string, [x0, y0, x1]: BoxMm, hand: Hand, random: Random): Value {
  const text = written(value, hand);
  const natural = widthOf(hand, text, hand.capitalMm);
  const width = Math.min(natural, x1 - x0);
  const from = x0 + random.between(0, Math.min(6, Math.max(0, x1 - x0 - width)));
  const y = y0 - offLineMm;
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }): PrintedWord => {
    const at = (end: number) => from + (widthOf(hand, text.slice(0, end), hand.capitalMm) * width) / natural;
    return { text: word, boxMm: [at(index), y - hand.capitalMm, at(index + word.length), y] };
  });
  return { elements: writeLine(hand, random, text, from, y, width), words };
}

async function asElement({ data, widthPx, heightPx }: GreyImage, widthMm: number, heightMm: number): Promise<string> {
  const png = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .png()
    .toBuffer();
  return `<image href="data:image/png;base64,${png.toString('base64')}" width="${widthMm}" height="${heightMm}" preserveAspectRatio="none"/>`;
}

function entitiesOf(
  { blanks, others }: BlankPage,
  values: readonly (Value | null)[],
  toPixels: (boxMm: BoxMm) => Box,
): FunsdEntity[] {
  const entities: FunsdEntity[] = [];
  const add = (label: FunsdEntity['label'], words: readonly PrintedWord[]) => {
    const boxes = words.map(({ text, boxMm }) => ({ text, box: toPixels(boxMm) }));
    const entity: FunsdEntity = {
      ...{ id: entities.length, label, text: words.map(({ text }) => text).join(' '), words: boxes, linking: [] },
      box: [
        Math.min(...boxes.map(({ box }) => box[0])),
        Math.min(...boxes.map(({ box }) => box[1])),
        Math.max(...boxes.map(({ box }) => box[2])),
        Math.max(...boxes.map(({ box }) => box[3])),
      ],
    };
    entities.push(entity);
    return entity;
  };
  blanks.forEach(({ label }, index) => {
    const value = values[index];
    const question = add('question', label);
    if (value === null || value === undefined) return;
    const answer = add('answer', value.words);
    question.linking.push([question.id, answer.id]);
    answer.linking.push([question.id, answer.id]);
  });
  for (const words of others) add('other', words);
  return entities;
}
