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
export function forestProbability({ bias, trees }: Forest, features: readonly number[]): number {
  const logOdds = trees.reduce<number>((sum, tree) => sum + leafOf(tree, features), bias);
  return 1 / (1 + Math.exp(-logOdds));
}

/** The leaf that these features lead to. */
export function leafOf(tree: Tree, features: readonly number[]): number {
  let node = tree;
  while (typeof node !== 'number') {
    const [feature, limit, low, high] = node;
    node = (features[feature] ?? 0) < limit ? low : high;
  }
  return node;
}
