import { z } from 'zod';

/** A question to one feature: below the limit the tree goes on with `low`, else with `high`. A number is a leaf. */
export type Tree = number | readonly [feature: number, limit: number, low: Tree, high: Tree];

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.int().nonnegative(), z.number(), treeSchema, treeSchema])]),
);

/** Boosted regression trees (Friedman 2001): the log odds are the bias and one leaf of each tree. */
export const forestSchema = z.strictObject({ bias: z.number(), trees: z.array(treeSchema) });
export type Forest = Readonly<z.infer<typeof forestSchema>>;

/** The probability, 0 to 1, that the trees give to these features. */
export function forestProbability(forest: Forest, features: readonly number[]): number {
  const { roots, asked, numbers, high } = flattened(forest);
  let logOdds = forest.bias;
  for (const root of roots) {
    let at = root;
    for (let feature = asked[at] ?? leaf; feature !== leaf; feature = asked[at] ?? leaf) {
      at = (features[feature] ?? 0) < (numbers[at] ?? 0) ? at + 1 : (high[at] ?? 0);
    }
    logOdds += numbers[at] ?? 0;
  }
  return 1 / (1 + Math.exp(-logOdds));
}

/** The nodes of all trees, each followed by its `low` branch: a page asks them half a million times. */
interface FlatForest {
  readonly roots: Int32Array;
  /** The feature that a node asks for, or `leaf`. */
  readonly asked: Int16Array;
  /** The limit of a question, the number of a leaf. */
  readonly numbers: Float64Array;
  /** Where the `high` branch begins. */
  readonly high: Int32Array;
}

const leaf = -1;
const flatForests = new WeakMap<Forest, FlatForest>();

function flattened(forest: Forest): FlatForest {
  const known = flatForests.get(forest);
  if (known !== undefined) return known;
  const made = flatten(forest.trees);
  flatForests.set(forest, made);
  return made;
}

function flatten(trees: readonly Tree[]): FlatForest {
  const nodes: { feature: number; number: number; high: number }[] = [];
  const add = (tree: Tree): number => {
    const at = nodes.length;
    if (typeof tree === 'number') {
      nodes.push({ feature: leaf, number: tree, high: 0 });
      return at;
    }
    const [feature, limit, low, high] = tree;
    const node = { feature, number: limit, high: 0 };
    nodes.push(node);
    add(low);
    node.high = add(high);
    return at;
  };
  const roots = Int32Array.from(trees, add);
  return {
    roots,
    asked: Int16Array.from(nodes, ({ feature }) => feature),
    numbers: Float64Array.from(nodes, ({ number }) => number),
    high: Int32Array.from(nodes, ({ high }) => high),
  };
}
