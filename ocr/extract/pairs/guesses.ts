import { type Forest, forestProbability } from '../../model/forest.ts';
import type { Candidate } from './candidates.ts';
import { pairFeatures } from './features.ts';
import type { LinedPage } from './lined-page.ts';
import type { Roles } from './word-roles.ts';

/** Two texts, and how likely they are a label and its value as they look by themselves. */
export interface Guess {
  readonly candidate: Candidate;
  readonly probability: number;
}

export function guessPairs(candidates: readonly Candidate[], page: LinedPage, roles: Roles, forest: Forest): Guess[] {
  const features = pairFeatures(candidates, page, roles);
  return candidates.map((candidate, at) => ({
    candidate,
    probability: forestProbability(forest, features[at] ?? []),
  }));
}
