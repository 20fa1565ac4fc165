import type { LayoutPage } from '../model/form.ts';
import { type Affine, applyAffine } from '../model/geometry.ts';
import type { Candidate } from './candidates.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import { type AffineFit, distanceMm, fitRobustly } from './fit.ts';
import { type FoundPatch, locatePatches, type Patch, type PatchSearch } from './patches.ts';
import { halveRaster, type Raster } from './raster.ts';
import { unpackReference } from './reference.ts';

/** How exactly a candidate lies on the page. */
export interface Alignment {
  readonly candidate: Candidate;
  readonly reference: Raster;
  /** Millimetres of layout to millimetres of the page as it came. */
  readonly map: Affine;
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

/** A patch this alike is the patch, wherever it was found. */
const surely = 0.65;
/** Share of the surely found patches that the residual speaks of; the rest may be mistaken ones. */
const spokenOf = 0.85;

/**
 * Aligns a candidate by its patches, first at 75 dpi, then each near where it was found at 150 dpi. Returns null when too
 * few patches are found to say anything.
 */
export function alignCandidate(candidate: Candidate, { fine, coarse }: PageRasters): Alignment | null {
  const reference = unpackReference(candidate.entry.features);
  const { patches } = candidate.entry.features;
  const predicted = patches.map(({ centre }) => ({ centre, expected: applyAffine(candidate.map, centre) }));
  const near = locatePatches(halveRaster(reference), predicted, coarse, candidate.map, coarseSearch);
  const first = fitRobustly(near.filter((patch) => patch !== null));
  if (!first) return null;
  const targets = patches.map(({ centre }, i) => {
    const found = near[i];
    const expected = found && distanceMm(first.map, found) < mistakenMm ? found.to : applyAffine(first.map, centre);
    // Both resolutions round the centre to their own pixels.
    return { centre: found?.from ?? centre, expected };
  });
  const exact = locatePatches(reference, targets, fine, first.map, fineSearch);
  const last = fitRobustly(exact.filter((patch) => patch !== null));
  if (!last) return null;
  const visible = countVisible(patches, coarse, last.map);
  const sure = sureDistances(last.map, near, exact);
  const unfound = Array.from(
    { length: Math.max(0, visible - sure.length) },
    () => coarseSearch.reachPx / coarse.pxPerMmX,
  );
  return {
    candidate,
    reference,
    map: last.map,
    residualMm: Math.max(last.residualMm, nearlyAll(sure)),
    doubtMm: nearlyAll([...sure, ...unfound]),
    placeErrorMm: worstError(last, candidate.entry.page),
    agreeing: last.inliers.length,
    agreeingShare: last.inliers.length / Math.max(1, visible),
    coverage: measureCoverage(candidate.entry.features.ink, coarse, last.map, exactReachPx),
  };
}

/**
 * Distances from the map of the patches that were surely found, those too that it does not explain: a robust fit lies
 * exactly on whatever half of a warped page is straight.
 */
function sureDistances(
  map: Affine,
  near: readonly (FoundPatch | null)[],
  exact: readonly (FoundPatch | null)[],
): number[] {
  return near.flatMap((patch, i) => {
    const best = exact[i] ?? patch;
    return best && best.correlation >= surely ? [distanceMm(map, best)] : [];
  });
}

/** Root mean square of all but the greatest few distances. */
function nearlyAll(distances: readonly number[]): number {
  const ordered = [...distances].sort((one, other) => one - other);
  const kept = ordered.slice(0, Math.ceil(ordered.length * spokenOf));
  return Math.sqrt(kept.reduce((sum, distance) => sum + distance * distance, 0) / Math.max(1, kept.length));
}

/** Patches whose centre the map puts on the page: a cropped margin is no one's fault. */
function countVisible(patches: readonly Patch[], page: Raster, map: Affine): number {
  const widthMm = page.widthPx / page.pxPerMmX;
  const heightMm = page.heightPx / page.pxPerMmY;
  return patches.filter(({ centre }) => {
    const { x, y } = applyAffine(map, centre);
    return x >= 0 && y >= 0 && x < widthMm && y < heightMm;
  }).length;
}

/** Looks at the corners of all zones; at those of the page when there are none. */
function worstError(fit: AffineFit, { widthMm, heightMm, zones }: LayoutPage): number {
  const rects =
    zones.length > 0 ? zones.map(({ rectMm }) => rectMm) : [{ x: 0, y: 0, width: widthMm, height: heightMm }];
  const errors = rects.flatMap(({ x, y, width, height }) => [
    fit.errorAt({ x, y }),
    fit.errorAt({ x: x + width, y }),
    fit.errorAt({ x, y: y + height }),
    fit.errorAt({ x: x + width, y: y + height }),
  ]);
  return Math.max(...errors);
}
