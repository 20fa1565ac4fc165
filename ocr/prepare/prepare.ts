import { composeAffine } from '../model/geometry.ts';
import type { CapturedPage, GreyImage, PreparedPage, TransformStep } from '../model/page.ts';
import { estimateBackground } from './background.ts';
import { isBlank, medianLevelOf } from './blank.ts';
import { chooseFactor, estimateDpi, isCredible } from './enlarge.ts';
import type { Kernel, Plane } from './kernel/kernel.ts';
import { sharedKernel } from './kernel/shared.ts';
import { chooseLevels, isBilevel } from './levels.ts';
import { withoutLostRows } from './lost-rows.ts';
import { findLie } from './orientation.ts';
import { type Placement, placePage, type Size, type TurnDeg } from './placement.ts';
import { withoutStreaks } from './streaks.ts';

export interface PrepareOptions {
  /** Trusted where given; else the picture decides. */
  readonly turnDeg?: TurnDeg;
  /** The process's own kernel where none is given. */
  readonly kernel?: Kernel;
}

/** Longer side of the small picture that skew, orientation and blankness are judged on. */
const SMALL_SIDE_PX = 1100;
/** Longer side of the picture on which letters are measured: about 150 dpi of an A4 page. */
const FINE_SIDE_PX = 1750;
/** Areas darker and, on the small picture, thicker than this are scanner lids, photographs or filled boxes. */
const LID_THRESHOLD = 160;
const LID_THICKNESS_PX = 12;
/** Larger pages are first shrunk by a whole factor. */
const MAX_WORKING_PX = 36_000_000;
/** Angles below this are left alone: resampling would cost more than it mends. */
const LEAST_SKEW_DEG = 0.05;
/** Strokes of letters lower than this are too thin for a median of 3 x 3. */
const LEAST_MEDIAN_CAPITAL_PX = 20;
const PAPER_LEVEL = 255;
const A4_HEIGHT_MM = 297;
const MM_PER_IN = 25.4;

/**
 * Makes a captured page ready for reading: upright, level, on white paper, with strokes in full black and capitals
 * about 30 pixels high. Every step that changes the picture is recorded; `toCaptured` leads back to the original.
 */
export function preparePage(captured: CapturedPage, options: PrepareOptions = {}): PreparedPage {
  const kernel = options.kernel ?? sharedKernel();
  return kernel.scope(() => prepare(kernel, captured, options.turnDeg));
}

function prepare(kernel: Kernel, captured: CapturedPage, givenTurnDeg: TurnDeg | undefined): PreparedPage {
  const cleaned = cleanLines(captured);
  const { page, shrunkBy } = loadPage(kernel, cleaned);
  const white = whiten(kernel, page);
  const view = examine(kernel, white.page, white.medianLevel, givenTurnDeg);
  const statedDpi = captured.dpi === null ? null : captured.dpi / shrunkBy;
  const dpi = estimateDpi(statedDpi, page, view.capitalHeightPx);
  const scale = { dpi, credible: isCredible(statedDpi, page), capitalHeightPx: view.capitalHeightPx };
  const factor = view.blank ? 1 : chooseFactor(scale, page);
  const deskewDeg = Math.abs(view.skewDeg) < LEAST_SKEW_DEG ? 0 : -view.skewDeg;
  const placement = placePage(page, view.turnDeg, deskewDeg, factor);
  const placed = place(kernel, white.page, view.turnDeg, placement, deskewDeg !== 0 || factor !== 1);
  const strokesAreThin = factor > 1 || (view.capitalHeightPx ?? LEAST_MEDIAN_CAPITAL_PX) < LEAST_MEDIAN_CAPITAL_PX;
  const inked = white.bilevel ? { page: placed, steps: [] } : ink(kernel, placed, strokesAreThin);
  const steps: TransformStep[] =
    cleaned === captured.image ? [...white.steps] : [{ kind: 'take-lines-out' }, ...white.steps];
  if (view.turnDeg !== 0) steps.push({ kind: 'turn', clockwiseDeg: view.turnDeg });
  if (deskewDeg !== 0) steps.push({ kind: 'deskew', clockwiseDeg: deskewDeg });
  if (factor !== shrunkBy) steps.push({ kind: 'resize', factor: factor / shrunkBy });
  return {
    image: kernel.read(inked.page),
    dpi: dpi * factor,
    steps: [...steps, ...inked.steps],
    toCaptured: composeAffine(placement.toCaptured, [shrunkBy, 0, 0, shrunkBy, 0, 0]),
    rotationDeg: view.turnDeg,
    skewDeg: view.skewDeg,
    blank: view.blank,
    ...(givenTurnDeg === undefined ? { orientationConfidence: view.confidence } : {}),
  };
}

/** Takes out lines that devices drew across or down the page. */
function cleanLines(captured: CapturedPage): GreyImage {
  const pxPerMm = pxPerMmOf(captured);
  return withoutLostRows(withoutStreaks(captured.image, pxPerMm), pxPerMm);
}

/** Where a file states no resolution, as of an A4 page. */
function pxPerMmOf({ image, dpi }: CapturedPage): number {
  return dpi === null ? Math.max(image.widthPx, image.heightPx) / A4_HEIGHT_MM : dpi / MM_PER_IN;
}

function loadPage(kernel: Kernel, image: GreyImage): { page: Plane; shrunkBy: number } {
  const shrunkBy = Math.ceil(Math.sqrt((image.widthPx * image.heightPx) / MAX_WORKING_PX));
  const page = kernel.load(image);
  return shrunkBy === 1 ? { page, shrunkBy } : { page: kernel.boxDown(page, shrunkBy), shrunkBy };
}

interface White {
  readonly page: Plane;
  /** Of the page before. */
  readonly medianLevel: number;
  readonly bilevel: boolean;
  readonly steps: readonly TransformStep[];
}

/** Divides out the background, except on a page of two levels, which has none. */
function whiten(kernel: Kernel, page: Plane): White {
  const histogram = kernel.histogram(page);
  const medianLevel = medianLevelOf(histogram);
  if (isBilevel(histogram)) return { page, medianLevel, bilevel: true, steps: [] };
  const background = estimateBackground(kernel, page);
  const divided = kernel.divideByBackground(page, background, makeLike(kernel, page));
  return { page: divided, medianLevel, bilevel: false, steps: [{ kind: 'divide-background' }] };
}

interface View {
  readonly turnDeg: TurnDeg;
  readonly confidence: number;
  readonly skewDeg: number;
  readonly capitalHeightPx: number | null;
  readonly blank: boolean;
}

/** Finds out how a whitened page lies and what is on it, on smaller copies of it. */
function examine(kernel: Kernel, page: Plane, medianLevel: number, givenTurnDeg: TurnDeg | undefined): View {
  return kernel.scope(() => {
    const small = reduce(kernel, page, SMALL_SIDE_PX).plane;
    if (isBlank(kernel, small, medianLevel)) {
      return { turnDeg: givenTurnDeg ?? 0, confidence: 0, skewDeg: 0, capitalHeightPx: null, blank: true };
    }
    const fine = reduce(kernel, page, FINE_SIDE_PX);
    const { turnDeg, confidence, skewDeg, letters } = findLie(
      kernel,
      withoutLids(kernel, small),
      fine.plane,
      givenTurnDeg,
    );
    const capitalHeightPx = letters.capitalHeightPx === null ? null : letters.capitalHeightPx * fine.factor;
    return { turnDeg, confidence, skewDeg, capitalHeightPx, blank: false };
  });
}

/** Returns a copy without dark areas, whose edges are sharper than any text and at angles of their own. */
function withoutLids(kernel: Kernel, small: Plane): Plane {
  const copy = kernel.crop(small, { left: 0, top: 0, ...small });
  kernel.whitenMasses(copy, LID_THRESHOLD, LID_THICKNESS_PX);
  return copy;
}

function reduce(kernel: Kernel, page: Plane, longerSidePx: number): { plane: Plane; factor: number } {
  const factor = Math.max(1, Math.round(Math.max(page.widthPx, page.heightPx) / longerSidePx));
  return { plane: factor === 1 ? page : kernel.boxDown(page, factor), factor };
}

function place(kernel: Kernel, page: Plane, turnDeg: TurnDeg, placement: Placement, isMoved: boolean): Plane {
  const turned = turnPlane(kernel, page, turnDeg);
  if (!isMoved) return turned;
  const filter = placement.widthPx > 1.2 * turned.widthPx ? 'cubic' : 'bilinear';
  return kernel.warp(turned, makeLike(kernel, placement), placement.toTurned, PAPER_LEVEL, filter);
}

function turnPlane(kernel: Kernel, page: Plane, turnDeg: TurnDeg): Plane {
  switch (turnDeg) {
    case 0:
      return page;
    case 90:
      return kernel.turn(page, 1);
    case 180:
      return kernel.turn(page, 2);
    case 270:
      return kernel.turn(page, 3);
  }
}

/** Smooths specks away where strokes are thick enough to bear it, and brings ink to black and paper to white. */
function ink(kernel: Kernel, page: Plane, strokesAreThin: boolean): { page: Plane; steps: TransformStep[] } {
  const smooth = strokesAreThin ? page : kernel.median3(page, makeLike(kernel, page));
  const levels = chooseLevels(kernel.histogram(smooth));
  kernel.stretch(smooth, levels.blackLevel, levels.whiteLevel);
  const stretched: TransformStep = { kind: 'stretch-contrast', ...levels };
  return { page: smooth, steps: strokesAreThin ? [stretched] : [{ kind: 'median', sizePx: 3 }, stretched] };
}

function makeLike(kernel: Kernel, { widthPx, heightPx }: Size): Plane {
  return kernel.make(widthPx, heightPx);
}
