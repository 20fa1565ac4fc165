import { Command } from 'commander';
import { type Affine, mapBox } from '../../../ocr/model/geometry.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { settleWords } from '../../../ocr/read/scattered/second-look.ts';
import { certaintyFeatures, type SettledWord } from '../../../ocr/read/scattered/word-certainty.ts';
import { preparedCapitalPx } from '../../../ocr/read/whole/full-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type FunsdPage, halvesOf, readFunsd } from './funsd.ts';
import { type Example, fitLogistic } from './logistic.ts';

/** Prints the weights of `ocr/read/scattered/word-certainty-weights.ts`, fitted to half of FUNSD. */

/** True boxes are drawn tightly. */
const slackPx = 2;

async function examplesOf(page: FunsdPage): Promise<Example[]> {
  const { image, dpi, toCaptured } = preparePage(await decodePage(page.image, page.name, 0));
  const { engine } = await tools.pageReaders('eng');
  const read = engine.readPage(image, { dpi, arrangement: 'sparse' }).flatMap(({ words }) => words);
  const look = { image, dpi, capitalHeightPx: preparedCapitalPx };
  const words = (await settleWords(look, read, tools.secondLook('eng'))).flat();
  const features = certaintyFeatures(words);
  return words.map((word, index) => ({ features: features[index] ?? [], holds: isRight(word, page, toCaptured) }));
}

/** Whether a word of the same letters stands in its middle. */
function isRight({ text, box }: SettledWord, { entities }: FunsdPage, toCaptured: Affine): boolean {
  const [x0, y0, x1, y1] = mapBox(toCaptured, box);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return entities.some(({ words }) =>
    words.some(({ text: truth, box: [left, top, right, bottom] }) => {
      const isThere = x >= left - slackPx && x <= right + slackPx && y >= top - slackPx && y <= bottom + slackPx;
      return isThere && truth.trim() === text;
    }),
  );
}

const tools = createReadingTools();
const program = new Command('train-word-certainty')
  .argument('<funsd>', 'folder with images and annotations')
  .action(async (folder: string) => {
    const examples: Example[] = [];
    for (const page of halvesOf(readFunsd(folder)).fitted) examples.push(...(await examplesOf(page)));
    process.stdout.write(`${examples.length} words\n${JSON.stringify(fitLogistic(examples), null, 2)}\n`);
  });
await program.parseAsync();
