import { type FormPackage, formKey, type Layout, type Zone } from '../model/form.ts';
import type { Affine } from '../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../model/page.ts';
import { composeWarp, type Warp } from '../model/warp.ts';
import type { Alignment } from './align.ts';
import { findCandidates } from './candidates.ts';
import { chooseAlignment } from './choose.ts';
import { type Cover, coveredZones, findCover, noCover } from './cover.ts';
import { coverageShare } from './coverage.ts';
import type { TurnDeg } from './descriptor.ts';
import { isExplainedByCover } from './explain-misplaced.ts';
import { type PageRasters, pageCorners, rastersAtDpi } from './features.ts';
import type { FormCatalogue } from './form-catalogue.ts';
import { allPrint, darkPrint, mapPrint } from './print-map.ts';
import { mmPerInch } from './raster.ts';
import { referenceDpi } from './reference.ts';
import { misplacedZones } from './zone-print.ts';

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
      /** How far zones may be off, in millimetres, taking print that was not found for as far off as was looked. */
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
      /** The same, exact everywhere where the page is not quite flat. */
      readonly warp: Warp;
      readonly residualMm: number;
      /** Share of the layout's print found on the page. */
      readonly coverage: number;
      /** Zones over which something lies: a note, a corner folded over. */
      readonly covered: readonly Zone[];
    };

/** Corners looked at in each square centimetre of a scan: enough to find the print among the writing. */
const cornersPerCell = 4;
/** Preparation has mostly turned the page right already. */
const turnsInOrder: readonly (readonly TurnDeg[])[] = [[0], [180], [90, 270]];
/** Resolutions nearer to each other than this are searched as one. */
const dpiTolerance = 0.12;
/** Least share of print and of patches found by which a form is read. */
const readable = { coverage: 0.85, patches: 0.6, agreeing: 8 };
/** A page that shows all of the print but this share has nothing lying on it. */
const leastMissing = 0.005;
/** More than this share of the print under a cover leaves too little of the form. */
const mostCovered = 0.3;

/**
 * Decides which form, edition and page a prepared page is, from its printed matter alone, and how it lies. Places with
 * much structure are matched by their looks (binary descriptors in hash tables), the layouts with most agreeing places are
 * fitted, the best aligned by correlation of patches, and the one whose print is found most completely is taken. Ink
 * beyond the print plays no part. Pure; runs in a worker process.
 */
export function identifyPage(page: PreparedPage, catalogue: FormCatalogue): Identification {
  const placed = alignPage(page, catalogue);
  return placed === null ? { kind: 'none' } : conclude(placed);
}

/** The likeliest layout page and how it lies, well enough to be read or not. */
export interface PlacedPage {
  readonly alignment: Alignment;
  /** Resolution at which the page is as large as its layout. */
  readonly dpi: number;
  /** Zones whose own print is not where the layout has it, though nothing lies over it. */
  readonly misplaced: readonly Zone[];
  readonly cover: Cover;
}

/** Finds the layout page that a scan shows without judging whether it may be read; null when none is there. */
export function alignPage(page: PreparedPage, catalogue: FormCatalogue): PlacedPage | null {
  if (page.blank || catalogue.pages.length === 0) return null;
  for (const dpi of likelyDpi(page, catalogue)) {
    const rasters = rastersAtDpi(page.image, dpi);
    const corners = pageCorners(rasters.coarse, cornersPerCell);
    for (const turns of turnsInOrder) {
      const candidates = findCandidates(catalogue, corners, rasters.coarse, turns);
      const best = chooseAlignment(candidates, rasters);
      if (best) return { alignment: best, dpi, ...lookForZones(best, rasters) };
    }
  }
  return null;
}

function lookForZones(alignment: Alignment, rasters: PageRasters): Pick<PlacedPage, 'misplaced' | 'cover'> {
  const { candidate, reference, warp, coverage } = alignment;
  const misplaced = misplacedZones(candidate.entry.features.zonePrint, reference, rasters, warp);
  if (coverageShare(coverage) > 1 - leastMissing) return { misplaced, cover: noCover };
  const map = mapPrint(reference, rasters.fine, warp, darkPrint);
  const cover = findCover(map, () => mapPrint(reference, rasters.fine, warp, allPrint));
  if (cover.share > mostCovered) return { misplaced, cover: noCover };
  return { misplaced: isExplainedByCover(misplaced, alignment, rasters, map, cover) ? [] : misplaced, cover };
}

/** Millimetres of the layout page to pixels of the image that was placed. */
export function imageWarp({ alignment, dpi }: PlacedPage): Warp {
  const scale = dpi / mmPerInch;
  return composeWarp(alignment.warp, [scale, 0, 0, scale, 0, 0]);
}

/** The page's resolution, then those at which the whole image would be as long as an installed layout: files may lie. */
function likelyDpi({ image, dpi }: PreparedPage, { pages }: FormCatalogue): number[] {
  const longestPx = Math.max(image.widthPx, image.heightPx);
  const likely = [dpi];
  for (const { page } of pages) {
    const bySize = (longestPx / Math.max(page.widthMm, page.heightMm)) * mmPerInch;
    if (likely.every((known) => Math.abs(bySize / known - 1) > dpiTolerance)) likely.push(bySize);
  }
  return likely;
}

function conclude(placed: PlacedPage): Identification {
  const { alignment, misplaced, cover } = placed;
  const { entry, turnDeg } = alignment.candidate;
  const { form, layout, layoutPage } = entry;
  const coverage = coverageShare(alignment.coverage);
  const errorMm = Math.max(alignment.residualMm, 2 * alignment.placeErrorMm);
  const sound =
    errorMm <= layout.maxResidualMm &&
    misplaced.length === 0 &&
    coverage >= readable.coverage * (1 - cover.share) &&
    alignment.agreeingShare >= readable.patches * (1 - cover.share) &&
    alignment.agreeing >= readable.agreeing;
  if (!sound) {
    return {
      kind: 'not-aligned',
      formKey: formKey(form.manifest),
      edition: layout.edition,
      layoutPage,
      residualMm: Math.max(errorMm, alignment.doubtMm),
    };
  }
  const warp = imageWarp(placed);
  return {
    kind: 'aligned',
    form,
    layout,
    layoutPage,
    reference: { image: alignment.reference, dpi: referenceDpi },
    upsideDown: turnDeg === 180,
    turnDeg,
    toImage: warp.affine,
    warp,
    residualMm: alignment.residualMm,
    coverage,
    covered: coveredZones(layout.pages[layoutPage]?.zones ?? [], cover),
  };
}
