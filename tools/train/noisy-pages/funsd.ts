import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { boxSchema } from '../../../ocr/model/geometry.ts';

/** FUNSD (Jaume, Ekenel and Thiran 2019): noisy scanned forms of about 100 dpi, in English, with what is on them. */

const entitySchema = z.object({
  id: z.int(),
  label: z.enum(['question', 'answer', 'header', 'other']),
  text: z.string(),
  box: boxSchema,
  words: z.array(z.object({ text: z.string(), box: boxSchema })),
  /** Pairs of entity ids, from the question to its answer or from a header to what it heads. */
  linking: z.array(z.tuple([z.int(), z.int()])),
});
export type FunsdEntity = z.infer<typeof entitySchema>;
const annotationSchema = z.object({ form: z.array(entitySchema) });

export interface FunsdPage {
  readonly name: string;
  readonly image: string;
  readonly entities: readonly FunsdEntity[];
}

/** All pages of a folder that holds `images` and `annotations`, by name. */
export function readFunsd(folder: string): FunsdPage[] {
  const names = readdirSync(join(folder, 'images'))
    .filter((name) => name.endsWith('.png'))
    .map((name) => name.slice(0, -'.png'.length))
    .toSorted();
  return names.map((name) => {
    const annotation: unknown = JSON.parse(readFileSync(join(folder, 'annotations', `${name}.json`), 'utf8'));
    return {
      name,
      image: join(folder, 'images', `${name}.png`),
      entities: annotationSchema.parse(annotation).form,
    };
  });
}

export interface Halves {
  /** What weights are fitted to. */
  readonly fitted: readonly FunsdPage[];
  /** What they have never seen. */
  readonly held: readonly FunsdPage[];
}

/** Every second page is for fitting, the others for measuring. */
export function halvesOf(pages: readonly FunsdPage[]): Halves {
  return {
    fitted: pages.filter((_, index) => index % 2 === 0),
    held: pages.filter((_, index) => index % 2 === 1),
  };
}
