import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MakeOptions, makeDocument } from './document.ts';
import { type ImageFormat, writeImage } from './encode.ts';
import type { PlannedDocument } from './plan.ts';
import type { Truth, TruthDocument, TruthPage } from './truth.ts';
import type { Workshop } from './workshop.ts';

export interface PileOptions extends MakeOptions {
  readonly seed: string;
  readonly format: ImageFormat;
  /** Called after each page with its file name. */
  readonly onPage?: (file: string) => void;
}

/** Makes the documents of a pile into a folder, images named in the order of the pile, with `truth.json` beside them. */
export async function makePile(
  workshop: Workshop,
  plans: readonly PlannedDocument[],
  folder: string,
  options: PileOptions,
): Promise<Truth> {
  await mkdir(folder, { recursive: true });
  const documents: TruthDocument[] = [];
  let pageNumber = 0;
  for (const [index, plan] of plans.entries()) {
    const { facts, pages } = makeDocument(workshop, plan, options.seed, index, options);
    const made: TruthPage[] = [];
    for (const draw of pages) {
      const page = await draw();
      pageNumber += 1;
      const file = `${String(pageNumber).padStart(4, '0')}-${plan.kind === 'form' ? plan.formId : plan.kind}.${options.format}`;
      await writeImage(page.image, page.facts.damage, options.format, join(folder, file), page.colours);
      made.push({ file, index: 0, ...page.facts });
      options.onPage?.(file);
    }
    documents.push({ ...facts, pages: made });
  }
  const truth: Truth = { format: 'tabularium-samples-1', seed: options.seed, documents };
  await writeFile(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
  return truth;
}
