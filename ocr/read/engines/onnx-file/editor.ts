import type { FloatTensor } from '../onnx-session.ts';
import type { OnnxGraph, OnnxNode } from './graph.ts';

/** A network while it is rewritten. */
export interface GraphEditor {
  /** The steps as they are now, in order. */
  readonly nodes: () => readonly OnnxNode[];
  readonly producerOf: (value: string | undefined) => OnnxNode | undefined;
  /** Undefined where several steps take the value in, or the network answers with it. */
  readonly onlyConsumerOf: (value: string | undefined) => OnnxNode | undefined;
  readonly constantOf: (value: string | undefined) => FloatTensor | undefined;
  /** The number of a constant that holds just one. */
  readonly scalarOf: (value: string | undefined) => number | undefined;
  /** Adds a constant under a name of its own, which is returned. */
  readonly addConstant: (constant: FloatTensor) => string;
  readonly remove: (node: OnnxNode) => void;
  /** Puts a step in the place of another. */
  readonly replace: (node: OnnxNode, by: OnnxNode) => void;
  readonly done: () => OnnxGraph;
}

/** Opens a network for changes; the one that is given stays as it is. */
export function editGraph(graph: OnnxGraph): GraphEditor {
  const places: (OnnxNode | null)[] = [...graph.nodes];
  const placeOf = new Map(graph.nodes.map((node, place) => [node, place]));
  const constants = new Map(graph.constants);
  const producers = new Map<string, OnnxNode>();
  const consumers = new Map<string, Set<OnnxNode>>();
  for (const node of graph.nodes) link(node);

  function link(node: OnnxNode): void {
    for (const output of node.outputs) producers.set(output, node);
    for (const input of node.inputs) {
      const known = consumers.get(input) ?? new Set();
      consumers.set(input, known.add(node));
    }
  }

  function unlink(node: OnnxNode): void {
    for (const output of node.outputs) if (producers.get(output) === node) producers.delete(output);
    for (const input of node.inputs) consumers.get(input)?.delete(node);
  }

  function put(node: OnnxNode, by: OnnxNode | null): void {
    const place = placeOf.get(node);
    if (place === undefined) throw new Error(`the network has no such step ${node.operator}`);
    unlink(node);
    placeOf.delete(node);
    places[place] = by;
    if (by === null) return;
    placeOf.set(by, place);
    link(by);
  }

  const constantOf = (value = ''): FloatTensor | undefined => constants.get(value);
  const nodes = () => places.filter((node) => node !== null);
  return {
    nodes,
    producerOf: (value = '') => producers.get(value),
    onlyConsumerOf(value = '') {
      const [first, ...others] = consumers.get(value) ?? [];
      return others.length > 0 || graph.outputs.includes(value) ? undefined : first;
    },
    constantOf,
    scalarOf(value) {
      const data = constantOf(value)?.data;
      return data?.length === 1 ? data[0] : undefined;
    },
    addConstant(constant) {
      const name = `lean/${constants.size}`;
      constants.set(name, constant);
      return name;
    },
    remove: (node) => put(node, null),
    replace: put,
    done: () => ({ ...graph, nodes: nodes(), constants }),
  };
}
