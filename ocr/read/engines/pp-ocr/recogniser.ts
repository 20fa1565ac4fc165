import { bestPath } from '../ctc/best-path.ts';
import { createCharsetFilter } from '../ctc/charset-filter.ts';
import { readingOf } from '../ctc/line-reading.ts';
import type { LineOptions, LineReader } from '../engine.ts';
import { readGraph, writeGraph } from '../onnx-file/graph.ts';
import { keepClasses } from '../onnx-file/keep-classes.ts';
import { leanGraph } from '../onnx-file/lean-graph.ts';
import { type OnnxSession, openOnnxSession } from '../onnx-session.ts';
import { type Alphabet, alphabetOf } from './alphabet.ts';
import { lineInput } from './line-image.ts';
import { readModelFile } from './models.ts';

const engine = 'pp-ocr/v4';

/**
 * The line recogniser of PP-OCRv4 (Du and others 2020; Li and others 2022), whose weights come with a package. It learned
 * Chinese and English print: another network and other data than Tesseract's, so it seldom shares its errors. It drops
 * blanks between words more often, and cannot write capitals with accents, ù and €.
 */
export async function createPpOcrReader(): Promise<LineReader> {
  const dictionary = (await readModelFile('ppocr_keys_v1.txt')).toString('utf8');
  const alphabet = alphabetOf(dictionary);
  const network = readGraph(await readModelFile('ch_PP-OCRv4_rec_infer.onnx'));
  const session = await openOnnxSession(writeGraph(keepClasses(leanGraph(network), alphabet.classes)));
  return lineReaderOf(session, alphabet);
}

function lineReaderOf(session: OnnxSession, { characters: spelling }: Alphabet): LineReader {
  const allowed = createCharsetFilter(spelling);
  // It knows the blank, but leaves out every tenth.
  const writable = new Set(spelling.filter((text) => text !== '' && text !== ' '));
  return {
    async readLine(crop, { charset = '' }: LineOptions) {
      const input = lineInput(crop);
      const { data, shape } = await session.run(input);
      const [, count = 0, classes = 0] = shape;
      const emissions = bestPath({ probabilities: data, count, classes }, allowed(charset));
      const framePx = (input.shape[3] ?? 0) / Math.max(1, count) / input.scaleX;
      return readingOf(emissions, { engine, spelling, crop, leftPx: 0, framePx });
    },
    canWrite: (character) => writable.has(character),
    close: () => session.release(),
  };
}
