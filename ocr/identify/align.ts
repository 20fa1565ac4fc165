import { type Affine, applyAffine, type Point } from '../model/geometry.ts';
import type { Candidate } from './candidates.ts';
import { type Coverage, measureCoverage } from './coverage.ts';
import type { PageRasters } from './features.ts';
import { type AffineFit, distanceMm, fitRobustly } from './fit.ts';
import { locatePatches, type PatchSearch } from './patches.ts';
import { halveRaster, type Raster } from './raster.ts';
import { unpackReference } from './reference.ts';

/** How exactly a candidate lies on the page. */
export interface Alignment {
  readonly candidate: Candidate;
  readonly reference: Raster;
  /** Millimetres of layout to millimetres of the page as it came. */
  readonly map: Affine;
  /** Root mean square distance of the patches that agree, in millimetres. */
  readonly residualMm: number;
  /** Expected error of the map at the worst corner of the layout page, in millimetres. */
  readonly cornerErrorMm: number;
  /** Share of the layout's patches that were found where the map puts them. */
  readonly agreeingShare: number;
  readonly agreeing: number;
  readonly coverage: Coverage;
}

const coarseSearch: PatchSearch = { reachPx: 7, least: 0.45 };
const fineSearch: PatchSearch = { reachPx: 3, least: 0.5 };
const fineReachPx = 2;
/** A patch found this far from where the rest puts it was mistaken for another, not moved by a warped page. */
const mistakenMm = 1.5;

/**
 * Aligns a candidate by its patches, first at 75 dpi, then each near where it was found at 150 dpi, so that a warped page
 * shows in the residual. Returns null when too few patches are found to say anything.
 */
export function alignCandidate(candidate: Candidate, { fine, coarse }: PageRasters): Alignment | null {
  const reference = unpackReference(candidate.entry.features);
  const { patches } = candidate.entry.features;
  const predicted = patches.map(({ centre }) => ({ centre, expected: applyAffine(candidate.map, centre) }));
  const found = locatePatches(halveRaster(reference), predicted, coarse, candidate.map, coarseSearch);
  const first = fitRobustly(found);
  if (!first) return null;
  const targets = found.map((pair) => ({
    centre: pair.from,
    expected: distanceMm(first.map, pair) < mistakenMm ? pair.to : applyAffine(first.map, pair.from),
  }));
  const last = fitRobustly(locatePatches(reference, targets, fine, first.map, fineSearch));
  if (!last) return null;
  return {
    candidate,
    reference,
    map: last.map,
    residualMm: last.residualMm,
    cornerErrorMm: worstCornerError(last, candidate.entry.page),
    agreeing: last.inliers.length,
    agreeingShare: last.inliers.length / Math.max(1, patches.length),
    coverage: measureCoverage(candidate.entry.features.fineInk, fine, last.map, fineReachPx),
  };
}

function worstCornerError(fit: AffineFit, { widthMm, heightMm }: { widthMm: number; heightMm: number }): number {
  const corners: Point[] = [
    { x: 0, y: 0 },
    { x: widthMm, y: 0 },
    { x: 0, y: heightMm },
    { x: widthMm, y: heightMm },
  ];
  return Math.max(...corners.map(fit.errorAt));
}
