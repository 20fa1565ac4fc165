import { type Forest, forestProbability } from '../../model/forest.ts';
import { continuations } from './continuations.ts';
import { joinFeatures } from './join-features.ts';
import type { LinedPage } from './lined-page.ts';
import { type Segment, segmentOf } from './segments.ts';
import type { Roles } from './word-roles.ts';

/** From this probability on the lower piece goes on with the upper. */
const leastProbability = 0.65;

/** Puts together again what runs over several lines, by how the pieces stand, to each other and to rules, and are spelt. */
export function joinLines(
  lines: readonly (readonly Segment[])[],
  page: LinedPage,
  roles: Roles,
  forest: Forest,
): Segment[] {
  const likely = continuations(lines, page.wordHeight)
    .map((pair) => ({ ...pair, probability: forestProbability(forest, joinFeatures(pair, page, roles)) }))
    .filter(({ probability }) => probability >= leastProbability)
    .toSorted((one, other) => other.probability - one.probability);
  const next = new Map<Segment, Segment>();
  const followers = new Set<Segment>();
  for (const { upper, lower } of likely) {
    if (next.has(upper) || followers.has(lower)) continue;
    next.set(upper, lower);
    followers.add(lower);
  }
  return lines
    .flat()
    .filter((segment) => !followers.has(segment))
    .map((segment) => chainFrom(segment, next));
}

function chainFrom(first: Segment, next: ReadonlyMap<Segment, Segment>): Segment {
  const pieces = [first];
  for (let last = next.get(first); last !== undefined; last = next.get(last)) pieces.push(last);
  return pieces.length === 1 ? first : segmentOf(pieces.flatMap(({ words }) => words));
}
