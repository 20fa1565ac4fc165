import type { FloatTensor } from '../onnx-session.ts';
import { bytesOf, integerField, integersOf, readMessage, textField, type WireField, writeMessage } from './wire.ts';

/** One step of a network. Values have names; a step makes the values it gives out from those it takes in. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Its attributes, and what else the file says of it. */
  readonly attributes: readonly WireField[];
}

/** A network: the steps in order and the floating-point numbers that it has learnt or that somebody set. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, FloatTensor>;
  /** The names of the values that the network answers with. */
  readonly outputs: readonly string[];
  /** What else the file says. */
  readonly other: { readonly model: readonly WireField[]; readonly graph: readonly WireField[] };
}

/** Field numbers of the messages of ONNX (onnx.proto, github.com/onnx/onnx). */
const model = { graph: 7 } as const;
const graph = { node: 1, initializer: 5, output: 12 } as const;
const nodeIds = { input: 1, output: 2, operator: 4, attribute: 5 } as const;
const attribute = { name: 1, float: 2, tensor: 5, integers: 8, type: 20 } as const;
const tensor = { dims: 1, type: 2, name: 8, raw: 9 } as const;
const valueInfo = { name: 1, type: 2 } as const;
const typeOf = { tensor: 1, element: 1 } as const;
const floatElement = 1;
const floatAttribute = 1;

/** Reads the bytes of an ONNX file. Throws where they are none. */
export function readGraph(file: Uint8Array): OnnxGraph {
  const modelFields = readMessage(file);
  const graphBytes = bytesOf(modelFields, model.graph);
  if (graphBytes === undefined) throw new Error('the file holds no network');
  const fields = readMessage(graphBytes);
  const constants = new Map(
    messages(fields, graph.initializer).flatMap((found): [string, FloatTensor][] => {
      const read = readTensor(found);
      return read === null ? [] : [[textOf(bytesOf(found, tensor.name)), read]];
    }),
  );
  const nodes = messages(fields, graph.node).map(readNode);
  for (const { operator, outputs, attributes } of nodes) {
    const value = operator === 'Constant' ? attributeOf(attributes, 'value') : undefined;
    const read =
      value === undefined ? null : readTensor(readMessage(bytesOf(value, attribute.tensor) ?? new Uint8Array()));
    if (read !== null && outputs[0] !== undefined) constants.set(outputs[0], read);
  }
  const known = new Set<number>([graph.node, graph.output]);
  return {
    nodes: nodes.filter(({ outputs }) => !constants.has(outputs[0] ?? '')),
    constants,
    outputs: messages(fields, graph.output).map((output) => textOf(bytesOf(output, valueInfo.name))),
    other: {
      model: modelFields.filter(({ id }) => id !== model.graph),
      graph: fields.filter((field) => !known.has(field.id) && !isFloatInitializer(field)),
    },
  };
}

/** Makes the bytes of an ONNX file. Constants that no step takes in are left out; the answers' sizes are left open. */
export function writeGraph({ nodes, constants, outputs, other }: OnnxGraph): Uint8Array {
  const used = new Set(nodes.flatMap(({ inputs }) => inputs));
  const message = (id: number, fields: readonly WireField[]): WireField => ({
    id,
    kind: 'bytes',
    bytes: writeMessage(fields),
  });
  const answerType = message(valueInfo.type, [message(typeOf.tensor, [integerField(typeOf.element, floatElement)])]);
  const fields = [
    ...nodes.map((node) => message(graph.node, nodeFields(node))),
    ...[...constants].flatMap(([name, value]) =>
      used.has(name) ? [message(graph.initializer, tensorFields(name, value))] : [],
    ),
    ...outputs.map((name) => message(graph.output, [textField(valueInfo.name, name), answerType])),
    ...other.graph,
  ];
  return writeMessage([...other.model, message(model.graph, fields)]);
}

/** The whole numbers of an attribute; empty where the step has none of that name. */
export function integersOfAttribute({ attributes }: OnnxNode, name: string): number[] {
  return integersOf(attributeOf(attributes, name) ?? [], attribute.integers);
}

/** An attribute of one floating-point number. */
export function floatAttributeOf(name: string, value: number): WireField {
  const bytes = new Uint8Array(Float32Array.of(value).buffer);
  const fields: WireField[] = [
    textField(attribute.name, name),
    { id: attribute.float, kind: 'fixed32', bytes },
    integerField(attribute.type, floatAttribute),
  ];
  return { id: nodeIds.attribute, kind: 'bytes', bytes: writeMessage(fields) };
}

function readNode(fields: readonly WireField[]): OnnxNode {
  return {
    operator: textOf(bytesOf(fields, nodeIds.operator)),
    inputs: textsOf(fields, nodeIds.input),
    outputs: textsOf(fields, nodeIds.output),
    attributes: fields.filter(({ id }) => id >= nodeIds.attribute),
  };
}

function nodeFields({ operator, inputs, outputs, attributes }: OnnxNode): WireField[] {
  return [
    ...inputs.map((name) => textField(nodeIds.input, name)),
    ...outputs.map((name) => textField(nodeIds.output, name)),
    textField(nodeIds.operator, operator),
    ...attributes,
  ];
}

/** Null for a tensor of other numbers, or of numbers that are not stored as raw bytes. */
function readTensor(fields: readonly WireField[]): FloatTensor | null {
  const raw = bytesOf(fields, tensor.raw);
  if (raw === undefined || integersOf(fields, tensor.type)[0] !== floatElement) return null;
  // The bytes of a file lie at any address, those of numbers may not.
  return { data: new Float32Array(new Uint8Array(raw).buffer), shape: integersOf(fields, tensor.dims) };
}

function tensorFields(name: string, { data, shape }: FloatTensor): WireField[] {
  return [
    ...shape.map((size) => integerField(tensor.dims, size)),
    integerField(tensor.type, floatElement),
    textField(tensor.name, name),
    { id: tensor.raw, kind: 'bytes', bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) },
  ];
}

function isFloatInitializer(field: WireField): boolean {
  return field.id === graph.initializer && field.kind === 'bytes' && readTensor(readMessage(field.bytes)) !== null;
}

function attributeOf(attributes: readonly WireField[], name: string): WireField[] | undefined {
  return messages(attributes, nodeIds.attribute).find((fields) => textOf(bytesOf(fields, attribute.name)) === name);
}

function messages(fields: readonly WireField[], id: number): WireField[][] {
  return fields.flatMap((field) => (field.id === id && field.kind === 'bytes' ? [readMessage(field.bytes)] : []));
}

function textsOf(fields: readonly WireField[], id: number): string[] {
  return fields.flatMap((field) => (field.id === id && field.kind === 'bytes' ? [textOf(field.bytes)] : []));
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
