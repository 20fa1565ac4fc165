import { type Box, invertAffine, mapBox } from '../../../ocr/model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../../ocr/model/page.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { cropWithPadding } from '../../../ocr/read/crop.ts';
import type { LineReader } from '../../../ocr/read/engines/engine.ts';
import type { InkMask } from '../../../ocr/read/ink/mask.ts';
import { splitIntoLines } from '../../../ocr/read/ink/split-lines.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import type { FunsdPage } from '../../../tools/train/noisy-pages/funsd.ts';
import { spellings } from './funsd-links.ts';

/** Around the given boxes, which cut into letters. */
const marginPx = 6;
const inkLevel = 160;
/** Distance of two lines in heights of one. */
const lineHeights = 1.3;

export interface AnswerCount {
  readonly right: number;
  readonly all: number;
}

/** Reads every answer in its given box by the engines of zones, and counts those that are right by loose spelling. */
export async function countAnswers(pages: readonly FunsdPage[]): Promise<AnswerCount> {
  const { lines: reader } = await createReadingTools().zoneEngines('eng');
  let right = 0;
  let all = 0;
  for (const page of pages) {
    const prepared = preparePage(await decodePage(page.image, page.name, 0));
    const answers = page.entities.filter(({ label, text }) => label === 'answer' && spellings.loose(text) !== '');
    const wordPx = median(answers.flatMap(({ words }) => words.map(({ box }) => box[3] - box[1])));
    for (const { box, text } of answers) {
      const lines = Math.max(1, Math.round((box[3] - box[1]) / wordPx / lineHeights));
      const read = await readBox(prepared, box, lines, reader);
      all += 1;
      if (spellings.loose(read) === spellings.loose(text)) right += 1;
    }
  }
  return { right, all };
}

async function readBox(page: PreparedPage, captured: Box, lines: number, reader: LineReader): Promise<string> {
  const crop = cropWithPadding(page.image, inside(page, captured), 0);
  const whole: Box = [0, 0, crop.widthPx, crop.heightPx];
  const texts: string[] = [];
  for (const band of splitIntoLines(inkOf(crop), whole, lines)) {
    if (band[3] <= band[1]) continue;
    texts.push((await reader.readLine(cropWithPadding(crop, band, 0), { dpi: page.dpi })).text);
  }
  return texts.join(' ');
}

function inkOf({ data, widthPx, heightPx }: GreyImage): InkMask {
  return { data: data.map((level) => (level < inkLevel ? 1 : 0)), widthPx, heightPx };
}

/** A box of the captured page on the prepared one, with a margin, in whole pixels. */
function inside({ image, toCaptured }: PreparedPage, captured: Box): Box {
  const [x0, y0, x1, y1] = mapBox(invertAffine(toCaptured), captured);
  return [
    Math.max(0, Math.floor(x0) - marginPx),
    Math.max(0, Math.floor(y0) - marginPx),
    Math.min(image.widthPx, Math.ceil(x1) + marginPx),
    Math.min(image.heightPx, Math.ceil(y1) + marginPx),
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}
