import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import { type FormPackage, formKey } from '../../../ocr/model/form.ts';
import { readTruth, type Truth, type TruthDocument, type TruthPage } from '../../../tools/samples/truth.ts';
import type { TruthLine } from './score.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
export const formFolders: readonly string[] = ['dichiarazione-residenza', 'accesso-atti', 'dichiarazione-tari'].map(
  (name) => join(root, 'resources', 'forms', name),
);

export interface SamplePile {
  readonly folder: string;
  readonly truth: Truth;
  readonly forms: ReadonlyMap<string, FormPackage>;
}

/** Draws a pile of samples with the project's own sample maker; the same seed and further options give the same pile. */
export async function drawSamples(
  folder: string,
  count: number,
  seed: string,
  furtherOptions: readonly string[] = [],
): Promise<SamplePile> {
  const maker = join(root, 'tools', 'samples', 'main.ts');
  const options = ['--count', String(count), '--seed', seed, '--out', folder, ...furtherOptions];
  const result = spawnSync(process.execPath, [maker, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (result.status !== 0) throw new Error('the sample maker failed');
  const packages = await Promise.all(formFolders.map(loadFormPackage));
  return {
    folder,
    truth: await readTruth(folder),
    forms: new Map(packages.map((form) => [formKey(form.manifest), form])),
  };
}

export interface SamplePage {
  readonly path: string;
  readonly document: TruthDocument;
  readonly page: TruthPage;
  /** Every line whose text is known, printed or filled in by machine; empty for pages of no form. */
  readonly lines: readonly TruthLine[];
}

function linesOf(pile: SamplePile, document: TruthDocument, page: TruthPage): TruthLine[] {
  const form = document.form === null ? undefined : pile.forms.get(document.form);
  const layout = form?.layouts.find(({ edition }) => edition === document.edition);
  const layoutPage = page.layoutPage === null ? undefined : layout?.pages[page.layoutPage];
  if (layoutPage === undefined) return [];
  const filled = layoutPage.zones.flatMap((zone) => {
    const text = document.fields[zone.field]?.text ?? '';
    const isLine = zone.kind === 'text' && zone.lines === 1 && document.hand !== 'handwritten';
    return isLine && text !== '' ? [{ text, rectMm: zone.rectMm }] : [];
  });
  return [...layoutPage.printed, ...filled];
}

/** All pages of the pile in order. */
export function pagesOf(pile: SamplePile): SamplePage[] {
  return pile.truth.documents.flatMap((document) =>
    document.pages.map((page) => ({
      path: join(pile.folder, page.file),
      document,
      page,
      lines: linesOf(pile, document, page),
    })),
  );
}
