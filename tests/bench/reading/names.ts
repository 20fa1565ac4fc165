import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { cropWithPadding } from '../../../ocr/read/crop.ts';
import { createPpOcrReader } from '../../../ocr/read/engines/pp-ocr/recogniser.ts';
import { isDoubtful } from '../../../ocr/read/text/second-reading.ts';
import type { ZoneEngines } from '../../../ocr/read/zone-engines.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import type { BenchPart } from './part.ts';

const on = 'handwritten-names';
/** Pictures are of about 100 dpi and are drawn so many times as large. */
const enlarged = 2;
const dpi = 200;
/** Higher ones hold a row of print above the name. */
const mostOblong = 0.2;
const inkLevel = 160;
const paddingPx = 8;
const printedLabel = /NOM/i;

interface NamePicture {
  readonly image: GreyImage;
  readonly text: string;
}

/** Pictures of one row. Labels have no commas and no quotation marks. */
async function loadPictures(folder: string): Promise<NamePicture[]> {
  const [, ...rows] = readFileSync(join(folder, 'labels.csv'), 'utf8').trim().split(/\r?\n/);
  const pictures = await Promise.all(
    rows.map(async (row) => {
      const [file = '', text = ''] = row.split(',');
      return { image: await loadGrey(join(folder, file)), text };
    }),
  );
  return pictures.filter(({ image }) => image.heightPx <= mostOblong * image.widthPx);
}

async function loadGrey(path: string): Promise<GreyImage> {
  const { width, height } = await sharp(path).metadata();
  const { data, info } = await sharp(path)
    .resize(width * enlarged, height * enlarged, { kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** The highest row of ink, without ends of the rows above and below; as a zone of a form is cut. */
function cutRow(image: GreyImage): GreyImage {
  const isInked = Array.from({ length: image.heightPx }, (_, y) =>
    image.data.subarray(y * image.widthPx, (y + 1) * image.widthPx).some((grey) => grey < inkLevel),
  );
  let [top, bottom] = [0, 0];
  for (let from = 0; from < isInked.length; from += 1) {
    let end = from;
    while (isInked[end] === true) end += 1;
    if (end - from > bottom - top) [top, bottom] = [from, end];
    from = end;
  }
  return cropWithPadding(image, [0, top, image.widthPx, bottom], paddingPx);
}

/** Letters alone: people dot their capital I, and labels leave out blanks and accents. */
function lettersOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}

/** Those that hold nothing but a name: beside a third of them its label is printed. */
async function withoutLabel(pictures: readonly NamePicture[]): Promise<NamePicture[]> {
  const reader = await createPpOcrReader();
  const kept: NamePicture[] = [];
  for (const picture of pictures) {
    const { text } = await reader.readLine(picture.image, { dpi });
    if (!printedLabel.test(text)) kept.push(picture);
  }
  await reader.close();
  return kept;
}

/** As a line of a page by hand is read: in doubt once more. */
async function readName(name: GreyImage, { hand, againByHand }: ZoneEngines): Promise<string> {
  const reading = await hand.readLine(name, { dpi });
  return (isDoubtful(reading) ? await againByHand(reading, name, { dpi }) : reading).text;
}

async function benchNames(folder: string, engines: ZoneEngines): Promise<Measure[]> {
  const pictures = await withoutLabel(await loadPictures(folder));
  let right = 0;
  for (const { image, text } of pictures) {
    if (lettersOf(await readName(cutRow(image), engines)) === lettersOf(text)) right += 1;
  }
  const [value, count] = [right / Math.max(1, pictures.length), pictures.length];
  return [measured({ measure: 'names in block letters, right as a whole', on, value, unit: 'share', count })];
}

/** Names that real people wrote in block letters without cells, as lines of a page by hand are read. */
export const namesPart: BenchPart = {
  name: 'names',
  async run({ data }) {
    const folder = data === null ? null : join(data, 'handwritten-names');
    if (folder === null || !existsSync(folder)) {
      const why = 'name a folder that holds handwritten-names with --data';
      return [skipped('names in block letters, right as a whole', on, 'share', why)];
    }
    return benchNames(folder, await createReadingTools().zoneEngines('ita'));
  },
};
