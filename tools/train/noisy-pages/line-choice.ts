import { Command } from 'commander';
import { type Box, invertAffine, mapBox } from '../../../ocr/model/geometry.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { candidatesOf, type LineVote, lettersOf, lineFeatures } from '../../../ocr/read/scattered/line-choice.ts';
import { drawLines } from '../../../ocr/read/scattered/line-drawings.ts';
import { votesOf } from '../../../ocr/read/scattered/read-box.ts';
import { preparedCapitalPx } from '../../../ocr/read/whole/full-page.ts';
import type { WordList } from '../../../ocr/read/whole/word-list.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type ChoiceExample, fitChoice } from './choice-fit.ts';
import { type FunsdPage, halvesOf, readFunsd } from './funsd.ts';

/** Prints the weights of `ocr/read/scattered/line-choice-weights.ts`, fitted to the texts of one line on half of FUNSD. */
const look = createReadingTools().secondLook('eng');

interface ReadText {
  readonly truth: string;
  readonly votes: readonly LineVote[];
}

async function readTexts(page: FunsdPage): Promise<ReadText[]> {
  const { image, dpi, toCaptured } = preparePage(await decodePage(page.image, page.name, 0));
  const texts: ReadText[] = [];
  for (const { text, box } of page.entities) {
    const placed: Box = mapBox(invertAffine(toCaptured), box);
    const [line, ...others] = lettersOf(text) === '' ? [] : drawLines(image, placed, preparedCapitalPx);
    if (line === undefined || others.length > 0) continue;
    texts.push({ truth: lettersOf(text), votes: await votesOf(line, dpi, look, () => false) });
  }
  return texts;
}

/** Nothing is learnt where all read the same, or nobody reads it right. */
function examplesOf({ truth, votes }: ReadText, list: WordList): ChoiceExample[] {
  const candidates = candidatesOf(votes);
  const right = candidates.findIndex(({ letters }) => letters === truth);
  return candidates.length < 2 || right < 0 ? [] : [{ candidates: lineFeatures(candidates, votes, list), right }];
}

const program = new Command('train-line-choice')
  .argument('<funsd>', 'folder with images and annotations')
  .action(async (folder: string) => {
    const list = await look.words();
    const texts: ReadText[] = [];
    for (const page of halvesOf(readFunsd(folder)).fitted) texts.push(...(await readTexts(page)));
    const examples = texts.flatMap((text) => examplesOf(text, list));
    process.stdout.write(
      `${texts.length} texts, ${examples.length} examples\n${JSON.stringify(fitChoice(examples))}\n`,
    );
  });
await program.parseAsync();
