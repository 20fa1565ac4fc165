import type { FloatTensor } from '../onnx-session.ts';
import { editGraph, type GraphEditor } from './editor.ts';
import { floatAttributeOf, integersOfAttribute, type OnnxGraph, type OnnxNode } from './graph.ts';

/** What may be done to a value by one number: multiplied by it, or added to. */
interface ScalarStep {
  readonly operator: 'Mul' | 'Add';
  readonly value: number;
  readonly input: string;
}

/**
 * Rewrites a network so that it computes the same in fewer passes over its planes: what multiplies or moves a whole plane by one
 * number goes into the weights of the convolution before or behind it, and the four steps of x * clip(x + 3, 0, 6) / 6 (hard
 * swish, Howard and others 2019) become two. Networks of the PP-LCNet family, which learn such numbers around each
 * activation, are full of both, and onnxruntime fuses neither. Answers differ by rounding alone.
 */
export function leanGraph(graph: OnnxGraph): OnnxGraph {
  const editor = editGraph(graph);
  for (const node of graph.nodes) {
    if (node.operator === 'Clip') joinHardSwish(editor, node);
  }
  for (const node of editor.nodes()) intoProducer(editor, node);
  // From the back: of two such steps the one next to the convolution goes first.
  for (const node of editor.nodes().toReversed()) intoConsumer(editor, node);
  return editor.done();
}

/** Where an addition of 3 leads into this clip, replaces it and what follows by a hard sigmoid and one multiplication. */
function joinHardSwish(editor: GraphEditor, clip: OnnxNode): void {
  const add = editor.producerOf(clip.inputs[0]);
  const shift = add === undefined ? null : scalarStep(editor, add);
  if (add === undefined || shift?.operator !== 'Add' || shift.value !== 3) return;
  const multiply = editor.onlyConsumerOf(clip.outputs[0]);
  if (multiply?.operator !== 'Mul' || !multiply.inputs.includes(shift.input)) return;
  const divide = editor.onlyConsumerOf(multiply.outputs[0]);
  if (divide?.operator !== 'Div' || editor.scalarOf(divide.inputs[1]) !== 6) return;
  if (editor.onlyConsumerOf(add.outputs[0]) !== clip) return;
  const gate: OnnxNode = {
    operator: 'HardSigmoid',
    inputs: [shift.input],
    outputs: clip.outputs,
    attributes: [floatAttributeOf('alpha', 1 / 6), floatAttributeOf('beta', 0.5)],
  };
  const [open = ''] = clip.outputs;
  editor.remove(add);
  editor.remove(divide);
  editor.replace(clip, gate);
  editor.replace(multiply, { ...multiply, inputs: [shift.input, open], outputs: divide.outputs });
}

/** Lets the convolution before a scalar step do it. */
function intoProducer(editor: GraphEditor, node: OnnxNode): void {
  const step = scalarStep(editor, node);
  const convolution = step === null ? undefined : editor.producerOf(step.input);
  if (step === null || convolution?.operator !== 'Conv' || editor.onlyConsumerOf(step.input) !== node) return;
  const learnt = learntBy(editor, convolution);
  if (learnt === null) return;
  const { weights, bias } = learnt;
  editor.remove(node);
  editor.replace(convolution, {
    ...withLearnt(editor, convolution, {
      weights: step.operator === 'Mul' ? scaled(weights, step.value) : weights,
      bias: step.operator === 'Mul' ? scaled(bias, step.value) : moved(bias, () => step.value),
    }),
    outputs: node.outputs,
  });
}

/** Lets the convolution behind a scalar step do it. Padding is added behind an addition, so it must have none then. */
function intoConsumer(editor: GraphEditor, node: OnnxNode): void {
  const step = scalarStep(editor, node);
  const convolution = step === null ? undefined : editor.onlyConsumerOf(node.outputs[0]);
  if (step === null || convolution?.operator !== 'Conv' || convolution.inputs[0] !== node.outputs[0]) return;
  const isPadded = integersOfAttribute(convolution, 'pads').some((px) => px > 0);
  const learnt = learntBy(editor, convolution);
  if (learnt === null || (step.operator === 'Add' && isPadded)) return;
  const { weights, bias } = learnt;
  const changed = withLearnt(editor, convolution, {
    weights: step.operator === 'Mul' ? scaled(weights, step.value) : weights,
    bias: step.operator === 'Mul' ? bias : moved(bias, (channel) => step.value * sumOfFilter(weights, channel)),
  });
  editor.remove(node);
  editor.replace(convolution, { ...changed, inputs: [step.input, ...changed.inputs.slice(1)] });
}

interface Learnt {
  readonly weights: FloatTensor;
  readonly bias: FloatTensor;
}

/** Null for a convolution whose filters are no constants or that has no bias. */
function learntBy({ constantOf }: GraphEditor, { inputs }: OnnxNode): Learnt | null {
  const [weights, bias] = [constantOf(inputs[1]), constantOf(inputs[2])];
  return weights === undefined || bias === undefined ? null : { weights, bias };
}

function withLearnt({ addConstant }: GraphEditor, convolution: OnnxNode, { weights, bias }: Learnt): OnnxNode {
  const [input = ''] = convolution.inputs;
  return { ...convolution, inputs: [input, addConstant(weights), addConstant(bias)] };
}

function scalarStep({ scalarOf }: GraphEditor, { operator, inputs }: OnnxNode): ScalarStep | null {
  if (operator !== 'Mul' && operator !== 'Add') return null;
  const [one = '', other = ''] = inputs;
  const [first, second] = [scalarOf(one), scalarOf(other)];
  if (second !== undefined) return { operator, value: second, input: one };
  return first === undefined ? null : { operator, value: first, input: other };
}

function scaled({ data, shape }: FloatTensor, factor: number): FloatTensor {
  return { data: data.map((value) => value * factor), shape };
}

function moved({ data, shape }: FloatTensor, by: (channel: number) => number): FloatTensor {
  return { data: data.map((value, channel) => value + by(channel)), shape };
}

/** Of the filter that makes one channel. */
function sumOfFilter({ data, shape: [channels = 1] }: FloatTensor, channel: number): number {
  const size = data.length / channels;
  return data.subarray(channel * size, (channel + 1) * size).reduce((sum, value) => sum + value, 0);
}
