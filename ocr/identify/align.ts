import type { LayoutPage } from '../model/form.ts';
import type { Point } from '../model/geometry.ts';
import { applyWarp, flatWarp, type Warp } from '../model/warp.ts';
import type { Candidate } from './candidates.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import { type AffineFit, fitRobustly } from './fit.ts';
import { fitWarp } from './fit-warp.ts';
import { type FoundPatch, locatePatches, type Patch, type PatchSearch } from './patches.ts';
import type { Raster } from './raster.ts';

/** How exactly a candidate lies on the page. */
export interface Alignment {
  readonly candidate: Candidate;
  readonly reference: Raster;
  /** Millimetres of layout to millimetres of the page as it came. */
  readonly warp: Warp;
  /** Root mean square distance of the patches found, in millimetres. */
  readonly residualMm: number;
  /** The same, with patches that were not found taken for as far off as they were looked for. */
  readonly doubtMm: number;
  /** Expected error of the map (one standard deviation) at the worst placed zone, in millimetres. */
  readonly placeErrorMm: number;
  /** Share of the layout's patches on the page that were found where the map puts them. */
  readonly agreeingShare: number;
  readonly agreeing: number;
  readonly coverage: Coverage;
}

const coarseSearch: PatchSearch = { reachPx: 5, least: 0.45 };
const fineSearch: PatchSearch = { reachPx: 3, least: 0.5 };
/** A third of a millimetre at 75 dpi, where noise is less than at 150. */
const exactReachPx = 1;
/** A patch found this far from where the rest puts it is looked for there once more. */
const mistakenMm = 1.5;
/** How often patches are looked for again near where those beside them were found, and the share of lost ones to stop at. */
const searches = { most: 4, lostShare: 0.1 };

/** A patch this alike is the patch, wherever it was found. */
const surely = 0.65;
/** Share of the surely found patches that the residual speaks of; the rest may be mistaken ones. */
const spokenOf = 0.85;
/** A warp is taken when the affine map is this far off and the warp leaves no more than this share of it. */
const worthAWarp = { leastMm: 0.1, share: 0.7 };

/**
 * Aligns a candidate by its patches, first at 75 dpi, then each near where it was found at 150 dpi. Returns null when too
 * few patches are found to say anything.
 */
export function alignCandidate(candidate: Candidate, { fine, coarse }: PageRasters): Alignment | null {
  const { fine: reference, coarse: coarseReference } = candidate.entry.rasters();
  const { patches } = candidate.entry.features;
  const first = findCoarsely(candidate, coarseReference, coarse);
  if (!first) return null;
  const targets = patches.map(({ centre }, i) => {
    const found = first.near[i];
    const expected = found && distanceMm(first.warp, found) < mistakenMm ? found.to : applyWarp(first.warp, centre);
    // Both resolutions round the centre to their own pixels.
    return { centre: found?.from ?? centre, expected };
  });
  const exact = locatePatches(reference, targets, fine, first.warp.affine, fineSearch);
  const found = exact.filter((patch) => patch !== null);
  const affine = fitRobustly(found);
  if (!affine) return null;
  const sure = first.near.flatMap((patch, i) => {
    const best = exact[i] ?? patch;
    return best && best.correlation >= surely ? [best] : [];
  });
  const fit = explainPatches(affine, found, sure, candidate.entry.page);
  const visible = countVisible(patches, coarse, fit.warp);
  const unfound = Array.from(
    { length: Math.max(0, visible - sure.length) },
    () => coarseSearch.reachPx / coarse.pxPerMmX,
  );
  const { ink } = candidate.entry.features;
  return {
    candidate,
    reference,
    warp: fit.warp,
    residualMm: fit.residualMm,
    doubtMm: nearlyAll([...fit.sureMm, ...unfound]),
    placeErrorMm: worstError(fit.errorAt, candidate.entry.page),
    agreeing: fit.agreeing,
    agreeingShare: fit.agreeing / Math.max(1, visible),
    coverage: measureCoverage(ink, coarse, fit.warp, exactReachPx),
  };
}

/**
 * Finds patches at 75 dpi: where the candidate's map puts them, then, as long as many are lost, again where those beside them
 * say. On a page that is far from affine they are found from the middle outwards.
 */
function findCoarsely(
  { entry, map }: Candidate,
  reference: Raster,
  coarse: Raster,
): { near: (FoundPatch | null)[]; warp: Warp } | null {
  const { patches } = entry.features;
  let warp = flatWarp(map);
  let near: (FoundPatch | null)[] = patches.map(() => null);
  for (let search = 0; search < searches.most; search++) {
    const lost = patches.flatMap((patch, i) => (isLost(near[i], warp) ? [{ patch, i }] : []));
    if (search > 0 && lost.length <= searches.lostShare * countVisible(patches, coarse, warp)) break;
    const targets = lost.map(({ patch: { centre } }) => ({ centre, expected: applyWarp(warp, centre) }));
    const again = locatePatches(reference, targets, coarse, warp.affine, coarseSearch);
    const before = near;
    near = before.map((patch, i) => {
      const place = lost.findIndex((entry) => entry.i === i);
      return place < 0 ? patch : (again[place] ?? null);
    });
    const found = near.filter((patch) => patch !== null);
    const fit = fitRobustly(found);
    if (!fit) return null;
    warp = explainPatches(fit, found, found, entry.page).warp;
    if (search > 0 && near.every((patch, i) => (patch === null) === (before[i] === null))) break;
  }
  return { near, warp };
}

function isLost(patch: FoundPatch | null | undefined, warp: Warp): boolean {
  return !patch || distanceMm(warp, patch) >= mistakenMm;
}

/** How the patches lie, all told. */
interface Explanation {
  readonly warp: Warp;
  readonly residualMm: number;
  /** Distances of the surely found patches, those too that the map does not explain. */
  readonly sureMm: readonly number[];
  readonly agreeing: number;
  readonly errorAt: (place: Point) => number;
}

/**
 * Takes the affine map where it explains the surely found patches, else a warp where that does far better. A robust fit
 * lies exactly on whatever half of a warped page is straight, and a warp on every patch that it was fitted to: so the
 * residual speaks of patches the affine map does not explain too, and of each patch by the warp of the others.
 */
function explainPatches(
  affine: AffineFit,
  found: readonly FoundPatch[],
  sure: readonly FoundPatch[],
  page: LayoutPage,
): Explanation {
  const flat = flatWarp(affine.map);
  const flatMm = sure.map((patch) => distanceMm(flat, patch));
  const straight = {
    warp: flat,
    residualMm: Math.max(affine.residualMm, nearlyAll(flatMm)),
    sureMm: flatMm,
    agreeing: affine.inliers.length,
    errorAt: affine.errorAt,
  };
  if (straight.residualMm < worthAWarp.leastMm || sure.length < leastForAWarp) return straight;
  const fit = fitWarp(sure, affine.map, page);
  const bentMm = nearlyAll(fit.distancesMm);
  if (bentMm > worthAWarp.share * straight.residualMm) return straight;
  const agreeing = found.filter((patch) => distanceMm(fit.warp, patch) < agreeingMm).length;
  return { warp: fit.warp, residualMm: bentMm, sureMm: fit.distancesMm, agreeing, errorAt: fit.errorAt };
}

const leastForAWarp = 12;
/** A patch within this of its place under a warp is where it belongs. */
const agreeingMm = 0.4;

function distanceMm(warp: Warp, { from, to }: FoundPatch): number {
  const place = applyWarp(warp, from);
  return Math.hypot(place.x - to.x, place.y - to.y);
}

/** Root mean square of all but the greatest few distances. */
function nearlyAll(distances: readonly number[]): number {
  const ordered = [...distances].sort((one, other) => one - other);
  const kept = ordered.slice(0, Math.ceil(ordered.length * spokenOf));
  return Math.sqrt(kept.reduce((sum, distance) => sum + distance * distance, 0) / Math.max(1, kept.length));
}

/** Patches whose centre the map puts on the page: a cropped margin is no one's fault. */
function countVisible(patches: readonly Patch[], page: Raster, warp: Warp): number {
  const widthMm = page.widthPx / page.pxPerMmX;
  const heightMm = page.heightPx / page.pxPerMmY;
  return patches.filter(({ centre }) => {
    const { x, y } = applyWarp(warp, centre);
    return x >= 0 && y >= 0 && x < widthMm && y < heightMm;
  }).length;
}

/** Looks at the corners of all zones; at those of the page when there are none. */
function worstError(errorAt: (place: Point) => number, { widthMm, heightMm, zones }: LayoutPage): number {
  const rects =
    zones.length > 0 ? zones.map(({ rectMm }) => rectMm) : [{ x: 0, y: 0, width: widthMm, height: heightMm }];
  const errors = rects.flatMap(({ x, y, width, height }) => [
    errorAt({ x, y }),
    errorAt({ x: x + width, y }),
    errorAt({ x, y: y + height }),
    errorAt({ x: x + width, y: y + height }),
  ]);
  return Math.max(...errors);
}
