import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bestPath, type Emission, type Frames } from '../ctc/best-path.ts';
import { createCharsetFilter } from '../ctc/charset-filter.ts';
import { readingOf } from '../ctc/line-reading.ts';
import type { LineReader, LineReading } from '../engine.ts';
import { type FloatTensor, openOnnxSession } from '../onnx-session.ts';
import { resourcesFolder } from '../resources-folder.ts';
import { type LineNetworkName, readLineDescription } from './description.ts';
import { withFinalStop } from './final-stop.ts';
import { lineInput } from './input.ts';

/**
 * Loads a network that `npm run train:lines` made for lines of print and typewriters: small, quick, and no kin to the other
 * engines. It knows no words. Rejects when its files are missing or do not belong together.
 */
export async function createLineNetworkReader(
  name: LineNetworkName,
  folder = join(resourcesFolder(), 'models'),
): Promise<LineReader> {
  const { alphabet, temperature } = await readLineDescription(folder, name);
  const engine = `${name}/1`;
  const spelling = ['', ...alphabet];
  const allowed = createCharsetFilter(spelling);
  const writable = new Set(alphabet);
  const session = await openOnnxSession(await readFile(join(folder, `${name}.onnx`)));
  return {
    async readLine(crop, { dpi, charset = '', isolated }) {
      const input = lineInput(crop, dpi, isolated);
      if (input === null) return nothingRead(engine);
      const frames = framesOf(await session.run(input), temperature);
      if (frames.classes !== spelling.length) {
        throw new Error(`the network tells ${frames.classes} classes apart, its alphabet has ${spelling.length}`);
      }
      const inputFramePx = (input.shape[3] ?? 0) / frames.count;
      const told = bestPath(frames, allowed(withNumberSign(charset))).filter(
        (emission) => charset === '' || charset.includes(spelling[emission.class] ?? ''),
      );
      const complete = charset === '' ? withFinalStop(told, { input, spelling, framePx: inputFramePx }) : told;
      const framePx = inputFramePx * input.stepPx;
      return readingOf(spread(complete), { engine, spelling, crop, leftPx: input.leftPx, framePx });
    },
    canWrite: (character) => writable.has(character),
    close: () => session.release(),
  };
}

/** Before a number may stand its sign, which is none of its digits: #2360 would be read as 42360. */
function withNumberSign(charset: string): string {
  return charset === '' || /\p{L}/u.test(charset) ? charset : `${charset}#`;
}

function nothingRead(engine: string): LineReading {
  return { text: '', confidence: 0, characters: [], characterBoxes: [], box: [0, 0, 0, 0], engine };
}

/** The network names a letter in a frame or two near its middle: this much on either side belongs to it as well, if not to its neighbour. */
const halfLetterFrames = 1.5;

function spread(emissions: readonly Emission[]): Emission[] {
  return emissions.map((emission, index) => {
    const [before, after] = [emissions[index - 1], emissions[index + 1]];
    const least = before === undefined ? 0 : (before.endFrame + emission.firstFrame) / 2;
    const most = after === undefined ? Infinity : (emission.endFrame + after.firstFrame) / 2;
    return {
      ...emission,
      firstFrame: Math.max(least, emission.firstFrame - halfLetterFrames),
      endFrame: Math.min(most, emission.endFrame + halfLetterFrames),
    };
  });
}

/** Logits of shape 1 x classes x 1 x frames, as probabilities by frame (softmax). */
function framesOf({ data, shape }: FloatTensor, temperature: number): Frames {
  const [, classes = 0, , count = 0] = shape;
  const probabilities = new Float32Array(data.length);
  for (let frame = 0; frame < count; frame += 1) {
    let most = -Infinity;
    for (let at = 0; at < classes; at += 1) most = Math.max(most, data[at * count + frame] ?? 0);
    let sum = 0;
    for (let at = 0; at < classes; at += 1) {
      const odds = Math.exp(((data[at * count + frame] ?? 0) - most) / temperature);
      probabilities[frame * classes + at] = odds;
      sum += odds;
    }
    for (let at = frame * classes; at < (frame + 1) * classes; at += 1)
      probabilities[at] = (probabilities[at] ?? 0) / sum;
  }
  return { probabilities, count, classes };
}
