import { Command } from 'commander';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { readSlots } from '../../../ocr/read/scattered/second-look.ts';
import { typicalHeightOf } from '../../../ocr/read/scattered/word-trust.ts';
import { preparedCapitalPx } from '../../../ocr/read/whole/full-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { choiceExamples, type SlottedPage } from './choice-examples.ts';
import { type FunsdPage, halvesOf, readFunsd } from './funsd.ts';
import { fitLogistic } from './logistic.ts';

/**
 * Prints the weights of `ocr/read/scattered/word-choice-weights.ts`, fitted to half of FUNSD. Fit those of `word-trust.ts` before,
 * and those of `word-certainty.ts` once these are in place.
 */
const tools = createReadingTools();
const look = tools.secondLook('eng');

async function readPage(page: FunsdPage): Promise<SlottedPage> {
  const { image, dpi, toCaptured } = preparePage(await decodePage(page.image, page.name, 0));
  const { engine } = await tools.pageReaders('eng');
  const words = engine.readPage(image, { dpi, arrangement: 'sparse' }).flatMap((line) => line.words);
  const lines = await readSlots({ image, dpi, capitalHeightPx: preparedCapitalPx }, words, look);
  return { page, slots: lines.flat(), letterPx: typicalHeightOf(words), toCaptured };
}

const program = new Command('train-word-choice')
  .argument('<funsd>', 'folder with images and annotations')
  .action(async (folder: string) => {
    const list = await look.words();
    const pages: SlottedPage[] = [];
    for (const page of halvesOf(readFunsd(folder)).fitted) pages.push(await readPage(page));
    for (const reader of ['first', 'second'] as const) {
      const examples = pages.flatMap((page) => choiceExamples(page, reader, list));
      process.stdout.write(`${reader}, ${examples.length}\n${JSON.stringify(fitLogistic(examples), null, 2)}\n`);
    }
  });
await program.parseAsync();
