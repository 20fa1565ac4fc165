import { catalogueForms, type FormCatalogue } from '../../../ocr/identify/form-catalogue.ts';
import { alignPage, imageWarp } from '../../../ocr/identify/identify.ts';
import type { FormPackage } from '../../../ocr/model/form.ts';
import { applyAffine, invertAffine, type Point } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { applyWarp, type Warp } from '../../../ocr/model/warp.ts';
import { sharedKernel } from '../../../ocr/prepare/kernel/shared.ts';
import { turnPage } from '../../../ocr/worker/turn-page.ts';
import type { SheetSize } from '../draw/raster.ts';
import { agreeOnPrint, resample } from './consensus.ts';
import { type FilledScan, meanSheet, sheetOnPage } from './scan.ts';

/** The empty page, and which of the scans it was made from. */
export interface ComposedPage {
  /** Spans exactly the page. */
  readonly image: GreyImage;
  readonly used: readonly { readonly name: string; readonly residualMm: number }[];
  /** Scans that do not show this page, or not well enough to say anything about its print. */
  readonly leftOut: readonly string[];
}

interface PlacedScan {
  readonly scan: FilledScan;
  readonly toImage: Warp;
  readonly residualMm: number;
}

/** With fewer copies, what is filled in cannot be told from what is printed. */
export const leastScans = 3;
/** First on one filled page, then on what the pages have in common, whose place is the mean of theirs. */
const rounds = 2;
const lid = { level: 128, thicknessMm: 6 };
/** A page that lies worse than this would blur the print. */
const mostResidualMm = 0.6;

/**
 * Makes the empty page of a form out of filled-in copies of it: each is registered on the first, and what nearly all of them
 * show in the same place is the print. Returns null when fewer than `leastScans` of them fit together.
 */
export async function composeEmptyPage(
  scans: readonly FilledScan[],
  size: SheetSize,
  dpi: number,
): Promise<ComposedPage | null> {
  const [first] = scans;
  if (first === undefined) return null;
  const onFirst = sheetOnPage(first.page, size);
  let image = resample(first.page.image, (place) => applyAffine(onFirst, place), size, dpi);
  let placed: (PlacedScan | null)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const catalogue = await catalogueOf(image, size);
    placed = scans.map((scan, index) => placeScan(placed[index]?.scan ?? scan, catalogue));
    const fitting = placed.filter((scan) => scan !== null);
    if (fitting.length < leastScans) return null;
    image = withoutLids(agreeOnPrint(drawAll(fitting, size, dpi)), dpi);
  }
  return {
    image,
    used: placed.flatMap((fit) => (fit === null ? [] : [{ name: fit.scan.name, residualMm: fit.residualMm }])),
    leftOut: scans.flatMap(({ name }, index) => (placed[index] ? [] : [name])),
  };
}

/** Whitens the scanner's lid where all copies show it: darker and thicker than any print. */
function withoutLids(image: GreyImage, dpi: number): GreyImage {
  const kernel = sharedKernel();
  return kernel.scope(() => {
    const page = kernel.load(image);
    kernel.whitenMasses(page, lid.level, Math.round((lid.thicknessMm / 25.4) * dpi));
    return kernel.read(page);
  });
}

/** Draws all scans as a sheet that lies as they do on average. */
function drawAll(placed: readonly PlacedScan[], size: SheetSize, dpi: number): GreyImage[] {
  const mean = meanSheet(
    placed.map(({ scan, toImage }) => ({ page: scan.page, toImage: toImage.affine })),
    size,
  );
  const fromMean = invertAffine(mean);
  return placed.map(({ scan, toImage }) => {
    const placeAt = (place: Point) => applyWarp(toImage, applyAffine(fromMean, place));
    return resample(scan.page.image, placeAt, size, dpi);
  });
}

/** Returns the scan laid upright and its place; null when the page is not found on it. */
function placeScan(scan: FilledScan, catalogue: FormCatalogue): PlacedScan | null {
  const found = alignPage(scan.page, catalogue);
  if (found === null) return null;
  const { turnDeg } = found.alignment.candidate;
  if (turnDeg !== 0) return placeScan({ ...scan, page: turnPage(scan.page, turnDeg) }, catalogue);
  const { residualMm } = found.alignment;
  return residualMm > mostResidualMm ? null : { scan, toImage: imageWarp(found), residualMm };
}

/** A catalogue of this one page. */
function catalogueOf(image: GreyImage, size: SheetSize): Promise<FormCatalogue> {
  const title = { it: 'pagina composta', en: 'composed page' };
  const form: FormPackage = {
    manifest: {
      id: 'composed',
      version: '1.0.0',
      title,
      service: { id: 'composed', title },
      retention: { years: null, basis: title },
      layouts: ['composed'],
    },
    schema: {},
    layouts: [
      {
        edition: 'composed',
        title,
        maxResidualMm: mostResidualMm,
        pages: [{ ...size, reference: 'composed.png', zones: [], printed: [] }],
      },
    ],
    folder: '',
  };
  return catalogueForms([form], async () => image);
}
