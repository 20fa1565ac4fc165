import { Command } from 'commander';
import { breakFeatures } from '../../../ocr/extract/pairs/breaks.ts';
import { findCandidates } from '../../../ocr/extract/pairs/candidates.ts';
import { pairFeatures } from '../../../ocr/extract/pairs/features.ts';
import { linesOfPage, type Segment, segmentPage } from '../../../ocr/extract/pairs/segments.ts';
import type { Box } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { readFullPage } from '../../../ocr/read/full-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { type FunsdEntity, type FunsdPage, halvesOf, readFunsd } from './funsd.ts';
import { type Example, fitLogistic } from './logistic.ts';
import { areaOf, entityAt, sharedArea } from './overlap.ts';

/**
 * Prints the weights of `ocr/extract/pairs`, fitted to half of FUNSD as the product reads it: first those of the breaks in
 * lines, then, once these are in place, those of the pairs.
 */

const wordShare = 0.3;
const segmentShare = 0.4;

function breaksOf({ entities }: FunsdPage, words: readonly Word[]): Example[] {
  const { lines, context } = linesOfPage(words);
  return lines.flatMap((line) =>
    line.slice(1).flatMap((word, index): Example[] => {
      const left = entityAt(line[index]?.box ?? word.box, entities, wordShare);
      const right = entityAt(word.box, entities, wordShare);
      if (left === null || right === null) return [];
      return [{ features: breakFeatures(line, index + 1, context), holds: left !== right }];
    }),
  );
}

function pairsOf({ entities }: FunsdPage, words: readonly Word[], widthPx: number): Example[] {
  const { lines, wordHeight } = segmentPage(words);
  return findCandidates(lines, widthPx, wordHeight).map((candidate) => {
    const question = entityOf(candidate.label, entities);
    const answer = entityOf(candidate.value, entities);
    return {
      features: pairFeatures(candidate, wordHeight),
      holds: question !== null && answer !== null && isAnswered(question, answer),
    };
  });
}

function isAnswered({ id, label, linking }: FunsdEntity, answer: FunsdEntity): boolean {
  return label === 'question' && linking.some(([from, to]) => from === id && to === answer.id);
}

/** The entity in which most of a segment lies. */
function entityOf({ box }: Segment, entities: readonly FunsdEntity[]): FunsdEntity | null {
  const shareIn = (other: Box) => sharedArea(box, other) / areaOf(box);
  const inside = entities.filter((entity) => shareIn(entity.box) > segmentShare);
  return inside.reduce<FunsdEntity | null>(
    (best, entity) => (best !== null && shareIn(best.box) >= shareIn(entity.box) ? best : entity),
    null,
  );
}

const tools = createReadingTools();
const program = new Command('train-pairs')
  .argument('<funsd>', 'folder with images and annotations')
  .action(async (folder: string) => {
    const breaks: Example[] = [];
    const pairs: Example[] = [];
    for (const page of halvesOf(readFunsd(folder)).fitted) {
      const captured = await decodePage(page.image, page.name, 0);
      const read = await readFullPage(preparePage(captured), await tools.pageEngine('eng'), tools.secondLook('eng'));
      breaks.push(...breaksOf(page, read.words));
      pairs.push(...pairsOf(page, read.words, captured.image.widthPx));
    }
    for (const [name, examples] of Object.entries({ breaks, pairs })) {
      process.stdout.write(`${name}, ${examples.length}\n${JSON.stringify(fitLogistic(examples), null, 2)}\n`);
    }
  });
await program.parseAsync();
