import { join } from 'node:path';
import { composeAffine, invertAffine } from '../../ocr/model/geometry.ts';
import { decodePage } from '../../ocr/prepare/decode.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { viewForm } from '../../ocr/read/ink/form-view.ts';
import { createFormShelf } from '../../station/forms/shelf.ts';
import { findResources } from '../../station/resources.ts';
import { originalPath, type StationFolder, stationFolder } from '../../station/store/folder.ts';
import { openReadableStore } from '../../station/store/store.ts';
import { cutComb } from './cut-comb.ts';
import type { LabelledGlyph } from './glyph-set.ts';
import { listVerifiedPages, type VerifiedPage } from './verified-pages.ts';
import { writtenInCells } from './written-in-cells.ts';

/**
 * Cuts the characters of combs on which people gave their word out of a workstation's pages. The workstation is only looked
 * at; its station may be running. Throws an AppError where it cannot be opened, a PageError where an original is damaged.
 */
export async function cutVerified(root: string): Promise<LabelledGlyph[]> {
  const folder = stationFolder(root);
  const onBroken = (path: string, error: Error) => console.error(`${path}: ${error.message}`);
  const forms = await createFormShelf({ builtIn: findResources().forms, added: folder.forms, onBroken }).byKey();
  const store = openReadableStore(root);
  try {
    const glyphs: LabelledGlyph[] = [];
    for (const page of listVerifiedPages(store, forms)) glyphs.push(...(await cutPage(folder, page)));
    return glyphs;
  } finally {
    store.close();
  }
}

async function cutPage(
  folder: StationFolder,
  { form, reading, words, sha256, sourceName, index }: VerifiedPage,
): Promise<LabelledGlyph[]> {
  const { registration, preparation } = reading;
  const layout = form.layouts.find(({ edition }) => edition === registration.edition);
  const layoutPage = layout?.pages[registration.layoutPage];
  if (layoutPage === undefined) return [];
  const captured = await decodePage(originalPath(folder, sha256), sourceName, index);
  const page = preparePage(captured, { turnDeg: preparation.rotationDeg });
  const toImage = composeAffine(registration.toCaptured, invertAffine(page.toCaptured));
  const { reference, widthMm } = layoutPage;
  const { image } = await decodePage(join(form.folder, 'layouts', reference), reference, 0);
  const view = viewForm(page, toImage, { image, dpi: (25.4 * image.widthPx) / widthMm });
  return layoutPage.zones.flatMap((zone) => {
    if (zone.kind !== 'comb' && zone.kind !== 'date') return [];
    const word = words.get(zone.field);
    const labels = word === undefined ? null : writtenInCells(zone, word.value);
    return labels === null ? [] : cutComb(view, zone.rectMm, labels);
  });
}
