import { Command } from 'commander';
import type { Box } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { wordFeatures } from '../../../ocr/read/scattered/word-trust.ts';
import { mappedWords } from '../../../ocr/read/whole/lines.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type FunsdPage, halvesOf, readFunsd } from './funsd.ts';
import { type Example, fitLogistic } from './logistic.ts';
import { areaOf, sharedArea } from './overlap.ts';

/** Prints the weights of `ocr/read/scattered/word-trust-weights.ts`, fitted to half of FUNSD. */

const overlapShare = 0.3;

async function examplesOf(page: FunsdPage): Promise<Example[]> {
  const prepared = preparePage(await decodePage(page.image, page.name, 0));
  const { engine } = await tools.pageReaders('eng');
  const lines = engine.readPage(prepared.image, { dpi: prepared.dpi, arrangement: 'sparse' });
  const words = mappedWords(lines, prepared.toCaptured);
  const features = wordFeatures(words);
  return words.map((word, index) => ({ features: features[index] ?? [], holds: isRight(word, page) }));
}

/** Whether a word of the same letters stands there. */
function isRight(word: Word, { entities }: FunsdPage): boolean {
  return entities.some(({ words }) => words.some(({ text, box }) => text === word.text && isSamePlace(word.box, box)));
}

function isSamePlace(one: Box, other: Box): boolean {
  return sharedArea(one, other) > overlapShare * Math.min(areaOf(one), areaOf(other));
}

const tools = createReadingTools();
const program = new Command('train-word-trust')
  .argument('<funsd>', 'folder with images and annotations')
  .action(async (folder: string) => {
    const examples: Example[] = [];
    for (const page of halvesOf(readFunsd(folder)).fitted) examples.push(...(await examplesOf(page)));
    process.stdout.write(`${examples.length} words\n${JSON.stringify(fitLogistic(examples), null, 2)}\n`);
  });
await program.parseAsync();
