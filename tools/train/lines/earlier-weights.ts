import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LineNetworkName, readLineDescription } from '../../../ocr/read/engines/line-network/description.ts';
import { readGraph } from '../../../ocr/read/engines/onnx-file/graph.ts';

/**
 * Puts what an earlier training left in `from` where learn_lines.py finds it: `earlier.json` with the alphabet and the layers'
 * shapes, `earlier.bin` with the weights and biases of one convolution after the other, 32-bit floating-point numbers. Throws
 * where `from` holds no such network. Returns the path of the first.
 */
export async function putEarlierWeights(name: LineNetworkName, from: string, work: string): Promise<string> {
  const { alphabet } = await readLineDescription(from, name);
  const { nodes, constants } = readGraph(readFileSync(join(from, `${name}.onnx`)));
  const layers = nodes
    .filter(({ operator }) => operator === 'Conv')
    .map(({ inputs: [, weights = '', biases = ''] }) => [constants.get(weights), constants.get(biases)] as const);
  const numbers: Uint8Array[] = [];
  const shapes = layers.map(([weights, biases]) => {
    if (weights === undefined || biases === undefined) throw new Error(`${from} holds a convolution without weights`);
    for (const { data } of [weights, biases])
      numbers.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    return weights.shape;
  });
  const path = join(work, 'earlier.json');
  writeFileSync(join(work, 'earlier.bin'), Buffer.concat(numbers));
  writeFileSync(path, JSON.stringify({ alphabet: [...alphabet], shapes }));
  return path;
}
