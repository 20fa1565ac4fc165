import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { invertAffine } from '../../../ocr/model/geometry.ts';
import { mapRules } from '../../../ocr/model/rules.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { findRules } from '../../../ocr/read/rules/find-rules.ts';
import { readFullPage } from '../../../ocr/read/whole/full-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type FunsdPage, halvesOf, readFunsd } from './funsd.ts';
import { asRead, asWritten, type LabelledPage } from './labelled-page.ts';
import { pairLog } from './pair-log.ts';
import { fitPairModel } from './pair-stages.ts';
import { restacked } from './restacked.ts';

/**
 * Fits `resources/models/pairs.json` to half of FUNSD: each page as the product reads it, with its true words, and with its labels
 * and values set anew twice in rows of boxes. Writes the log beside it.
 */
const tools = createReadingTools();
/** So often is each page set anew. */
const settings = 2;

async function readAll(pages: readonly FunsdPage[]): Promise<LabelledPage[]> {
  const found: LabelledPage[] = [];
  for (const page of pages) {
    const captured = await decodePage(page.image, page.name, 0);
    const prepared = preparePage(captured);
    const { level } = await readFullPage(prepared, await tools.pageReaders('eng'));
    const rules = mapRules(prepared.toCaptured, findRules(prepared.image, prepared.dpi));
    found.push(asRead(page, { ...level, rules: mapRules(invertAffine(level.toCaptured), rules) }));
    found.push(asWritten(page, { ...captured.image, rules }), ...setAnew(page));
  }
  return found;
}

function setAnew(page: FunsdPage): LabelledPage[] {
  return Array.from({ length: settings }, (_, setting) => restacked(page, setting)).filter((anew) => anew !== null);
}

const program = new Command('train-pairs')
  .argument('<funsd>', 'folder with images and annotations')
  .requiredOption('--out <folder>', 'where pairs.json and pairs.md are written')
  .action(async (folder: string, { out }: { out: string }) => {
    const { fitted, held } = halvesOf(readFunsd(folder));
    const { model, log } = fitPairModel(await readAll(fitted), await readAll(held));
    writeFileSync(join(out, 'pairs.json'), `${JSON.stringify(model)}\n`);
    writeFileSync(join(out, 'pairs.md'), pairLog(log, fitted.length, held.length));
  });
await program.parseAsync();
