import type { FloatTensor } from '../onnx-session.ts';
import { editGraph, type GraphEditor } from './editor.ts';
import type { OnnxGraph, OnnxNode } from './graph.ts';

/**
 * Leaves a network that answers with the softmax over many classes only those that are wanted, in the given order. The answer is
 * their share among themselves, as if the rest had been left out of the sum. Throws where the network does not end with a
 * linear layer and a softmax.
 */
export function keepClasses(graph: OnnxGraph, classes: readonly number[]): OnnxGraph {
  const editor = editGraph(graph);
  const softmax = editor.producerOf(graph.outputs[0]);
  const add = softmax?.operator === 'Softmax' ? editor.producerOf(softmax.inputs[0]) : undefined;
  const multiply = add?.operator === 'Add' ? editor.producerOf(add.inputs[0]) : undefined;
  if (add === undefined || multiply?.operator !== 'MatMul') throw new Error('the network has no layer of classes');
  for (const node of [multiply, add]) editor.replace(node, withColumns(editor, node, classes));
  return editor.done();
}

function withColumns(editor: GraphEditor, node: OnnxNode, columns: readonly number[]): OnnxNode {
  const [input = '', learnt] = node.inputs;
  const constant = editor.constantOf(learnt);
  if (constant === undefined) throw new Error('the layer of classes has no weights');
  return { ...node, inputs: [input, editor.addConstant(columnsOf(constant, columns))] };
}

/** Columns of a matrix, or members of a row. */
function columnsOf({ data, shape }: FloatTensor, columns: readonly number[]): FloatTensor {
  const width = shape.at(-1) ?? 0;
  const rows = data.length / width;
  const kept = new Float32Array(rows * columns.length);
  for (let row = 0; row < rows; row += 1) {
    columns.forEach((column, index) => {
      kept[row * columns.length + index] = data[row * width + column] ?? 0;
    });
  }
  return { data: kept, shape: [...shape.slice(0, -1), columns.length] };
}
