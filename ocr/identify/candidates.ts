import { type Affine, applyAffine, composeAffine, invertAffine } from '../model/geometry.ts';
import { flatWarp } from '../model/warp.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import type { TurnDeg } from './descriptor.ts';
import { type Matches, matchDescriptors } from './descriptor-index.ts';
import { describePage, type PageCorners } from './features.ts';
import type { PointPair } from './fit.ts';
import type { CataloguePage, FormCatalogue } from './form-catalogue.ts';
import type { Raster } from './raster.ts';
import { countVotes, findConsensus } from './vote.ts';

/** A layout page that the scan may be, and about how it lies. */
export interface Candidate {
  readonly entry: CataloguePage;
  readonly turnDeg: TurnDeg;
  /** Millimetres of layout to millimetres of the page as it came, right to about a millimetre. */
  readonly map: Affine;
  /** Places of the layout found again by their looks. */
  readonly agreeing: number;
  readonly coverage: Coverage;
  /** Print found less what is missing; comparable between candidates of one scan. */
  readonly score: number;
}

/** Descriptors differing in more bits than this are not of the same place. */
const distanceLimit = 48;
/** Fewer agreeing places than this happen by chance. */
const leastAgreeing = 7;
/** Pages with fewer matches than this share of the most are not even voted on. */
const matchShare = 0.2;
/** Candidates with fewer votes than this share of the best are not fitted, and never more than `mostFitted`. */
const voteShare = 0.4;
const mostFitted = 60;
const coarseReachPx = 2;
/** What a missing point of print costs against a found one. */
const missingCost = 3;

/** Finds which layout pages the scan may be, the likeliest first, trying the given turns. */
export function findCandidates(
  catalogue: FormCatalogue,
  corners: PageCorners,
  coarse: Raster,
  turns: readonly TurnDeg[],
): Candidate[] {
  const voted = turns.flatMap((turnDeg) => voteTurn(catalogue, corners, coarse, turnDeg));
  voted.sort((one, other) => other.votes - one.votes);
  const least = Math.max(leastAgreeing, (voted[0]?.votes ?? 0) * voteShare);
  return voted
    .filter(({ votes }) => votes >= least)
    .slice(0, mostFitted)
    .flatMap((candidate) => fitCandidate(candidate, coarse) ?? [])
    .sort((one, other) => other.score - one.score);
}

interface Voted {
  readonly entry: CataloguePage;
  readonly turnDeg: TurnDeg;
  readonly turn: Affine;
  readonly pairs: readonly PointPair[];
  readonly votes: number;
}

function voteTurn(catalogue: FormCatalogue, corners: PageCorners, coarse: Raster, turnDeg: TurnDeg): Voted[] {
  const turn = turnAffine(turnDeg, coarse.widthPx / coarse.pxPerMmX, coarse.heightPx / coarse.pxPerMmY);
  const places = corners.places.map((place) => applyAffine(turn, place));
  const matches = matchDescriptors(catalogue.index, describePage(corners, catalogue.pattern, turnDeg), distanceLimit);
  const most = Math.max(0, ...matches.map(({ page }) => page.length));
  const least = Math.max(leastAgreeing, most * matchShare);
  return matches.flatMap((found, owner) => {
    const entry = catalogue.pages[owner];
    if (!entry || found.page.length < least) return [];
    const pairs = pairMatches(entry, catalogue.firstDescriptor[owner] ?? 0, found, places);
    return [{ entry, turnDeg, turn, pairs, votes: countVotes(pairs) }];
  });
}

function pairMatches(
  { features }: CataloguePage,
  first: number,
  found: Matches,
  places: readonly { x: number; y: number }[],
): PointPair[] {
  return found.page.flatMap((pageIndex, i) => {
    const from = features.places[(found.reference[i] ?? 0) - first];
    const to = places[pageIndex];
    return from && to ? [{ from, to, weight: 1 }] : [];
  });
}

function fitCandidate({ entry, turnDeg, turn, pairs }: Voted, coarse: Raster): Candidate | null {
  const consensus = findConsensus(pairs, leastAgreeing);
  if (!consensus) return null;
  const map = composeAffine(consensus.map, invertAffine(turn));
  const coverage = measureCoverage(entry.features.ink, coarse, flatWarp(map), coarseReachPx, 4);
  return { entry, turnDeg, map, agreeing: consensus.inliers.length, coverage, score: scoreOf(coverage, entry) };
}

/**
 * Print found less what is missing, in pixels of ink of the whole layout page. Of two forms that share their print, the one
 * with more of it wins when it is all there, and loses when the rest is missing.
 */
export function scoreOf({ visible, found, total }: Coverage, { features }: CataloguePage): number {
  return total === 0 ? 0 : ((found - missingCost * (visible - found)) / total) * features.inkPx;
}

/** Turns a page of the given size clockwise, in millimetres. */
function turnAffine(turnDeg: TurnDeg, widthMm: number, heightMm: number): Affine {
  if (turnDeg === 90) return [0, 1, -1, 0, heightMm, 0];
  if (turnDeg === 180) return [-1, 0, 0, -1, widthMm, heightMm];
  if (turnDeg === 270) return [0, -1, 1, 0, 0, widthMm];
  return [1, 0, 0, 1, 0, 0];
}
