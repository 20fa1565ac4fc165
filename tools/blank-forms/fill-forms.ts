import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadTables } from '../../ocr/extract/tables/tables.ts';
import { decodePdf } from '../../ocr/prepare/formats/pdf.ts';
import { createTypefaceCase } from '../forms/draw/typeface.ts';
import { drawDamage } from '../samples/degrade/damage.ts';
import { writeImage } from '../samples/encode.ts';
import { createRandom } from '../samples/random.ts';
import type { DamageLevel, HandKind } from '../samples/truth.ts';
import { drawHand } from '../samples/write/hand.ts';
import { fillIn } from './fill-in.ts';
import { findBlanks } from './find-blanks.ts';
import { readPdfCharacters } from './pdf-characters.ts';
import { inventDeclarant } from './values.ts';

export interface FillOptions {
  readonly seed: string;
  readonly hand: HandKind;
  readonly level: DamageLevel;
  /** Pages with fewer blanks are left out. */
  readonly fewest: number;
}

const dpi = 200;
const resources = join(import.meta.dirname, '..', '..', 'resources');

/**
 * Fills in the forms of a folder, PDFs whose blanks are underscores or dots of a text layer, with invented values, one declarant a file,
 * and captures the pages. Writes `images` and `annotations` as FUNSD has them.
 */
export async function fillForms(folder: string, out: string, { seed, hand: kind, level, fewest }: FillOptions) {
  const tables = await loadTables(join(resources, 'tables'));
  const openFace = createTypefaceCase();
  const context = { stampFace: openFace({ family: 'roboto', weight: 700 }), protocol: '1/2026', today: '2026-10-30' };
  for (const kindOfFile of ['images', 'annotations']) mkdirSync(join(out, kindOfFile), { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
    const bytes = readFileSync(join(folder, file));
    const random = createRandom(`${seed}/${file}`);
    const writer = {
      hand: drawHand(random.fork('hand'), kind, openFace),
      declarant: inventDeclarant(random, tables),
    };
    for (const [index, { characters, ...size }] of (await readPdfCharacters(bytes)).entries()) {
      const found = findBlanks(characters);
      if (found.blanks.length < fewest) continue;
      const chance = random.fork(`page ${index}`);
      const damage = drawDamage(chance.fork('damage'), { level, dpi });
      const { image } = await decodePdf(bytes, index);
      const filled = await fillIn({ image, ...size, found }, writer, damage, chance, context);
      const name = `${basename(file, '.pdf').replaceAll(/[^A-Za-z0-9]+/g, '-')}-${index + 1}`;
      await writeImage(filled.image, damage, 'png', join(out, 'images', `${name}.png`));
      writeFileSync(join(out, 'annotations', `${name}.json`), JSON.stringify({ form: filled.entities }));
    }
  }
}
