import { type Alignment, alignCandidate } from './align.ts';
import { type Candidate, scoreOf } from './candidates.ts';
import { coverageShare, inkBeyond, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import type { Raster } from './raster.ts';

/** Least share of print and of patches found by which a form is recognised. */
const recognised = { coverage: 0.5, patches: 0.25 };
/** A candidate whose score falls short of the best by more than this share of its print is out. */
const scoreMargin = 0.25;
/** Candidates of other geometry that are aligned exactly beside the best. */
const mostRivals = 2;
/** A candidate with this share of its print found where another puts it is a variant of that one. */
const variantShare = 0.7;

/**
 * Chooses the layout page that a scan shows, and aligns it. Variants of one form (editions, pages with the same frame) lie
 * alike, so they are told apart by the print in which they differ and by nothing else; forms of other geometry by how much
 * of their print is found once each is aligned. Returns null when none is really there.
 */
export function chooseAlignment(candidates: readonly Candidate[], rasters: PageRasters): Alignment | null {
  const near = candidates.filter(({ score }) => score >= leastScore(candidates));
  const [first, ...others] = near;
  const aligned = first ? alignCandidate(first, rasters) : null;
  const variants = aligned ? others.filter((other) => isVariant(aligned, other, rasters.coarse)) : [];
  const rivals = others.filter((other) => !variants.includes(other)).slice(0, mostRivals);
  const best = [
    aligned && settleVariants(aligned, variants, rasters),
    ...rivals.map((rival) => alignCandidate(rival, rasters)),
  ]
    .filter((alignment) => alignment !== null)
    .sort((one, other) => finalScore(other) - finalScore(one))[0];
  if (!best) return null;
  const seen = coverageShare(best.coverage) >= recognised.coverage && best.agreeingShare >= recognised.patches;
  return seen ? best : null;
}

function leastScore([top]: readonly Candidate[]): number {
  return top ? top.score - scoreMargin * top.entry.features.inkPx : 0;
}

function finalScore({ coverage, candidate }: Alignment): number {
  return scoreOf(coverage, candidate.entry);
}

function isVariant({ candidate, warp }: Alignment, other: Candidate, coarse: Raster): boolean {
  if (other.turnDeg !== candidate.turnDeg) return false;
  return coverageShare(measureCoverage(other.entry.features.ink, coarse, warp, 1, 4)) >= variantShare;
}

/** Compares the champion with one variant after the other; aligns anew when another than the first remains. */
function settleVariants(aligned: Alignment, variants: readonly Candidate[], rasters: PageRasters): Alignment {
  let champion = aligned.candidate;
  for (const variant of variants) {
    if (showsRather(variant, champion, aligned, rasters.coarse)) champion = variant;
  }
  if (champion === aligned.candidate) return aligned;
  return alignCandidate({ ...champion, map: aligned.warp.affine }, rasters) ?? aligned;
}

/** Whether the page shows what only `one` prints rather than what only `other` prints. */
function showsRather(one: Candidate, other: Candidate, { warp }: Alignment, coarse: Raster): boolean {
  const balance = (mine: Candidate, theirs: Candidate): number => {
    const alone = inkBeyond(mine.entry.features.ink, theirs.entry.features.inkMap);
    const { visible, found } = measureCoverage(alone, coarse, warp, 1);
    const missed = visible - found;
    return ((found - missed) / Math.max(1, mine.entry.features.ink.x.length)) * mine.entry.features.inkPx;
  };
  return balance(one, other) > balance(other, one);
}
