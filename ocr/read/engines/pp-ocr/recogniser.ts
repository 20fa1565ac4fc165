import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import type { LineOptions, LineReader, LineReading } from '../engine.ts';
import { readGraph, writeGraph } from '../onnx-file/graph.ts';
import { keepClasses } from '../onnx-file/keep-classes.ts';
import { leanGraph } from '../onnx-file/lean-graph.ts';
import { type OnnxSession, openOnnxSession } from '../onnx-session.ts';
import { surroundingBox } from '../page-lines.ts';
import { type Alphabet, alphabetOf, blankClass } from './alphabet.ts';
import { bestPath, type Emission } from './ctc.ts';
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

function lineReaderOf(session: OnnxSession, alphabet: Alphabet): LineReader {
  const allowed = createCharsetFilter(alphabet);
  // It knows the blank, but leaves out every tenth.
  const writable = new Set(alphabet.characters.filter((text) => text !== '' && text !== ' '));
  return {
    async readLine(crop, { charset = '' }: LineOptions) {
      const input = lineInput(crop);
      const { data, shape } = await session.run(input);
      const [, count = 0, classes = 0] = shape;
      const emissions = bestPath({ probabilities: data, count, classes }, allowed(charset));
      const framePx = (input.shape[3] ?? 0) / Math.max(1, count) / input.scaleX;
      return readingOf(emissions, alphabet, crop, framePx);
    },
    canWrite: (character) => writable.has(character),
    close: () => session.release(),
  };
}

/** The places of a charset in the alphabet; all but the blank where it is empty. */
function createCharsetFilter({ characters }: Alphabet): (charset: string) => readonly number[] {
  const all = characters.flatMap((_, index) => (index === blankClass ? [] : [index]));
  const known = new Map<string, readonly number[]>([['', all]]);
  return (charset) => {
    const kept = known.get(charset);
    if (kept !== undefined) return kept;
    const allowed = all.filter((index) => charset.includes(characters[index] ?? ''));
    known.set(charset, allowed);
    return allowed;
  };
}

function readingOf(
  emissions: readonly Emission[],
  { characters: spelling }: Alphabet,
  { widthPx, heightPx }: GreyImage,
  framePx: number,
): LineReading {
  const edge = (frame: number) => Math.min(widthPx, Math.round(frame * framePx));
  const characters = emissions.map((emission) => ({
    text: spelling[emission.class] ?? '',
    confidence: Math.min(1, emission.probability),
  }));
  const characterBoxes = emissions.map(
    ({ firstFrame, endFrame }): Box => [edge(firstFrame), 0, edge(endFrame), heightPx],
  );
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: characters.length === 0 ? 0 : Math.min(...characters.map(({ confidence }) => confidence)),
    characters,
    characterBoxes,
    box: surroundingBox(characterBoxes),
    engine,
  };
}
