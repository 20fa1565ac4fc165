import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { composeAffine, invertAffine } from '../../ocr/model/geometry.ts';
import { decodePage } from '../../ocr/prepare/decode.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { viewForm } from '../../ocr/read/ink/form-view.ts';
import { existingDataFolder } from '../../station/cli/data-folder.ts';
import { createFormShelf } from '../../station/forms/shelf.ts';
import { findResources } from '../../station/resources.ts';
import { originalPath, stationFolder } from '../../station/store/folder.ts';
import { openReadableStore } from '../../station/store/store.ts';
import { cutComb } from './cut-comb.ts';
import { type LabelledGlyph, writeGlyphSet } from './glyph-set.ts';
import { listVerifiedPages, type VerifiedPage } from './verified-pages.ts';
import { writtenInCells } from './written-in-cells.ts';

/** `npm run train:verified`: cuts characters that people gave their word on out of a workstation's pages. */
const program = new Command('train:verified')
  .description(
    'Cuts the characters of combs whose values an operator confirmed or keyed, for npm run train -- --verified <folder>. ' +
      'They are pieces of real records: the folder must stay on this computer and be deleted when it has been learnt from. ' +
      'Nothing is sent anywhere, and the workstation is only looked at.',
  )
  .requiredOption('--out <folder>', 'where glyphs.json and glyphs.bin are written')
  .option('--data <folder>', 'the workstation; else the one of this user');

const options = program.parse().opts<{ out: string; data?: string }>();
const root = existingDataFolder(options.data, process.env);
const folder = stationFolder(root);
const onBroken = (path: string, error: Error) => console.error(`${path}: ${error.message}`);
const forms = await createFormShelf({ builtIn: findResources().forms, added: folder.forms, onBroken }).byKey();
const store = openReadableStore(root);
const glyphs: LabelledGlyph[] = [];
try {
  for (const page of listVerifiedPages(store, forms)) glyphs.push(...(await cutPage(page)));
} finally {
  store.close();
}
await writeGlyphSet(resolve(options.out), { origin: 'characters that operators verified', glyphs });
console.log(`${glyphs.length} characters in ${options.out}`);

async function cutPage({ form, reading, words, sha256, sourceName, index }: VerifiedPage): Promise<LabelledGlyph[]> {
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
