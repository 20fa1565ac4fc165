import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findResources } from '../../../station/resources.ts';
import { makePile } from '../../../tools/samples/pile.ts';
import type { TruthDocument, TruthPage } from '../../../tools/samples/truth.ts';
import { openWorkshop } from '../../../tools/samples/workshop.ts';

/** What stands on the pages. */
export interface DrawnPage {
  readonly document: TruthDocument;
  readonly page: TruthPage;
  readonly paths: readonly string[];
}

const formId = 'accesso-atti';

/** Draws one typed request and copies it; a few bytes after the picture's end make each copy a file of its own. */
export async function drawPages(folder: string, count: number): Promise<DrawnPage> {
  const workshop = await openWorkshop(join(findResources().forms, '..'));
  const plan = { kind: 'form', formId, hand: 'typed', damage: 'none', upsideDown: false } as const;
  const drawn = join(folder, 'drawn');
  const { documents } = await makePile(workshop, [plan], drawn, { seed: 'prepared', format: 'jpg', dpi: 200 });
  const [document] = documents;
  const [page] = document?.pages ?? [];
  if (document === undefined || page === undefined) throw new Error('nothing was drawn');
  const picture = await readFile(join(drawn, page.file));
  const pile = join(folder, 'pile');
  await mkdir(pile);
  const paths = Array.from({ length: count }, (_, index) => join(pile, `${String(index + 1).padStart(4, '0')}.jpg`));
  for (const path of paths) await writeFile(path, Buffer.concat([picture, Buffer.from(path)]));
  return { document, page, paths };
}
