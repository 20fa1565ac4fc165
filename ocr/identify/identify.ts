import { type FormPackage, formKey, type Layout } from '../model/form.ts';
import { type Affine, composeAffine } from '../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../model/page.ts';
import { type Alignment, alignCandidate } from './align.ts';
import { type Candidate, findCandidates, missingCost } from './candidates.ts';
import { coverageShare } from './coverage.ts';
import type { TurnDeg } from './descriptor.ts';
import { type PageRasters, pageCorners, rastersAtDpi } from './features.ts';
import type { FormCatalogue } from './form-catalogue.ts';
import { mmPerInch } from './raster.ts';
import { referenceDpi } from './reference.ts';

/** The empty form page as an image. It spans exactly the layout page. */
export interface ReferencePage {
  readonly image: GreyImage;
  readonly dpi: number;
}

/** Which form, edition and page a scan is. */
export type Identification =
  /** A blank page, or no installed form. */
  | { readonly kind: 'none' }
  /** The form was recognised, but how it lies is not known well enough to read its zones. */
  | {
      readonly kind: 'not-aligned';
      readonly formKey: string;
      readonly edition: string;
      readonly layoutPage: number;
      /** How far zones may be off, in millimetres; above the layout's limit unless the print was mostly not found. */
      readonly residualMm: number;
    }
  | {
      readonly kind: 'aligned';
      readonly form: FormPackage;
      readonly layout: Layout;
      readonly layoutPage: number;
      readonly reference: ReferencePage;
      /** Whether the prepared page lies upside down; `toImage` takes it into account. */
      readonly upsideDown: boolean;
      /** Clockwise turn that would lay the prepared page as the layout. */
      readonly turnDeg: TurnDeg;
      /** Millimetres of the layout page to pixels of the prepared image, pixel `i` at `[i, i + 1)`. */
      readonly toImage: Affine;
      readonly residualMm: number;
      /** Share of the layout's print found on the page. */
      readonly coverage: number;
    };

/** Corners looked at in each square centimetre of a scan: enough to find the print among the writing. */
const cornersPerCell = 8;
/** Candidates aligned exactly before one is chosen. */
const mostAligned = 3;
/** A candidate whose score falls short of the best by more than this share of its print is not worth aligning. */
const scoreMargin = 0.25;
/** Least share of print and of patches found by which a form is recognised, and by which it is read. */
const recognised = { coverage: 0.5, patches: 0.25 };
const readable = { coverage: 0.6, patches: 0.6, agreeing: 8 };

/**
 * Decides which form, edition and page a prepared page is, from its printed matter alone, and how it lies. Places with
 * much structure are matched by their looks (binary descriptors in hash tables), the layouts with most agreeing places are
 * fitted, the best aligned by correlation of patches, and the one whose print is found most completely is taken. Ink
 * beyond the print plays no part. Pure; runs in a worker process.
 */
export function identifyPage(page: PreparedPage, catalogue: FormCatalogue): Identification {
  if (page.blank || catalogue.pages.length === 0) return { kind: 'none' };
  const rasters = rastersAtDpi(page.image, page.dpi);
  const corners = pageCorners(rasters.coarse, cornersPerCell);
  for (const turns of [
    [0, 180],
    [90, 270],
  ] as const) {
    const candidates = findCandidates(catalogue, corners, rasters.coarse, turns);
    const best = chooseAlignment(candidates, rasters);
    if (best) return conclude(best, page.dpi);
  }
  return { kind: 'none' };
}

function chooseAlignment(candidates: readonly Candidate[], rasters: PageRasters): Alignment | null {
  const top = candidates[0];
  if (!top) return null;
  const near = candidates
    .filter((candidate) => candidate.score >= top.score - scoreMargin * top.entry.features.inkPx)
    .slice(0, mostAligned);
  const aligned = near.flatMap((candidate) => alignCandidate(candidate, rasters) ?? []);
  aligned.sort((one, other) => finalScore(other) - finalScore(one));
  const best = aligned[0];
  if (!best) return null;
  const seen = coverageShare(best.coverage) >= recognised.coverage && best.agreeingShare >= recognised.patches;
  return seen ? best : null;
}

/** Print found less what is missing, in pixels of ink. */
function finalScore({ coverage: { visible, found, total }, candidate }: Alignment): number {
  return total === 0 ? 0 : ((found - missingCost * (visible - found)) / total) * candidate.entry.features.inkPx;
}

function conclude(alignment: Alignment, dpi: number): Identification {
  const { entry, turnDeg } = alignment.candidate;
  const { form, layout, layoutPage } = entry;
  const coverage = coverageShare(alignment.coverage);
  const errorMm = Math.max(alignment.residualMm, 2 * alignment.cornerErrorMm);
  const sound =
    errorMm <= layout.maxResidualMm &&
    coverage >= readable.coverage &&
    alignment.agreeingShare >= readable.patches &&
    alignment.agreeing >= readable.agreeing;
  if (!sound) {
    return {
      kind: 'not-aligned',
      formKey: formKey(form.manifest),
      edition: layout.edition,
      layoutPage,
      residualMm: errorMm,
    };
  }
  const scale = dpi / mmPerInch;
  return {
    kind: 'aligned',
    form,
    layout,
    layoutPage,
    reference: { image: alignment.reference, dpi: referenceDpi },
    upsideDown: turnDeg === 180,
    turnDeg,
    toImage: composeAffine(alignment.map, [scale, 0, 0, scale, 0, 0]),
    residualMm: alignment.residualMm,
    coverage,
  };
}
