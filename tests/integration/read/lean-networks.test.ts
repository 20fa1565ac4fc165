import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../ocr/identify/random.ts';
import { type OnnxGraph, readGraph, writeGraph } from '../../../ocr/read/engines/onnx-file/graph.ts';
import { keepClasses } from '../../../ocr/read/engines/onnx-file/keep-classes.ts';
import { leanGraph } from '../../../ocr/read/engines/onnx-file/lean-graph.ts';
import { type FloatTensor, openOnnxSession } from '../../../ocr/read/engines/onnx-session.ts';
import { readModelFile } from '../../../ocr/read/engines/pp-ocr/models.ts';

const rounding = 1e-4;

async function answerOf(network: Uint8Array, input: FloatTensor): Promise<FloatTensor> {
  const session = await openOnnxSession(network);
  const answer = await session.run(input);
  await session.release();
  return answer;
}

/** Noise on paper: every filter has something to answer to. */
function picture(heightPx: number, widthPx: number): FloatTensor {
  const random = seededRandom(7);
  return {
    data: Float32Array.from({ length: 3 * heightPx * widthPx }, () => 2 * random() - 1),
    shape: [1, 3, heightPx, widthPx],
  };
}

function farthest(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one).reduce((most, value, index) => Math.max(most, Math.abs(value - (other[index] ?? 0))), 0);
}

const countOf = ({ nodes }: OnnxGraph, operator: string) => nodes.filter((node) => node.operator === operator).length;

describe.each([
  ['recogniser', 'ch_PP-OCRv4_rec_infer.onnx', picture(48, 160)],
  ['detector', 'ch_PP-OCRv4_det_infer.onnx', picture(96, 96)],
])('the %s rewritten', (_, name, input) => {
  it('has fewer steps and answers the same but for rounding', async () => {
    const file = await readModelFile(name);
    const graph = readGraph(file);
    const lean = leanGraph(graph);
    expect(countOf(lean, 'Clip')).toBe(0);
    expect(lean.nodes.length).toBeLessThan(0.75 * graph.nodes.length);
    const [before, after] = [await answerOf(file, input), await answerOf(writeGraph(lean), input)];
    expect(after.shape).toEqual(before.shape);
    expect(farthest(after.data, before.data)).toBeLessThan(rounding);
  });
});

describe('a network that keeps some of its classes', () => {
  it('answers with their share among themselves', async () => {
    const file = await readModelFile('ch_PP-OCRv4_rec_infer.onnx');
    const classes = [0, 17, 300, 6624];
    const input = picture(48, 96);
    const whole = await answerOf(file, input);
    const some = await answerOf(writeGraph(keepClasses(readGraph(file), classes)), input);
    const [frames = 0, all = 0] = whole.shape.slice(1);
    expect(some.shape).toEqual([1, frames, classes.length]);
    const wanted = Array.from({ length: frames }, (_, frame) => {
      const own = classes.map((index) => whole.data[frame * all + index] ?? 0);
      const sum = own.reduce((total, value) => total + value, 0);
      return own.map((value) => value / sum);
    }).flat();
    expect(farthest(some.data, wanted)).toBeLessThan(rounding);
  });

  it('is refused where the network does not end with classes', async () => {
    const detector = readGraph(await readModelFile('ch_PP-OCRv4_det_infer.onnx'));
    expect(() => keepClasses(detector, [0, 1])).toThrow('no layer of classes');
  });
});
