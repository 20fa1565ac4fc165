import type { CapturedPage } from '../../model/page.ts';
import type { CaptureDemands, CaptureOrder, PageQuality, QualityFinding } from '../../model/quality.ts';
import { isBlank } from '../blank.ts';
import { decodeSource } from '../decode.ts';
import { isLossyTiff } from '../formats/tiff.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { sharedKernel } from '../kernel/shared.ts';
import { openSource, type Source } from '../source.ts';
import { judgeEdges } from './edges.ts';
import { judgeSkew } from './lie.ts';
import { judgeResolution, resolve } from './resolution.ts';
import { takeSamples } from './samples.ts';
import { judgeStrokes } from './strokes.ts';
import { judgeTones } from './tones.ts';
import { findTraces } from './traces.ts';
import { type PageView, viewPage } from './view.ts';

export interface PageToAssess {
  readonly path: string;
  readonly index: number;
  readonly demands: CaptureDemands;
  /** Null for a page that no scanner of ours made. */
  readonly order: CaptureOrder | null;
}

/**
 * Takes a first look at the picture of a page, while its paper is at hand. Runs in a worker process.
 *
 * @throws PageError with the codes of `decodePage`.
 */
export async function assessPage({ path, index, demands, order }: PageToAssess): Promise<PageQuality> {
  const source = await openSource(path);
  const page = await decodeSource(source, index);
  return assessPicture(page, { demands, order, lossless: isLossless(source, index) });
}

export interface PictureExpectations {
  readonly demands: CaptureDemands;
  readonly order: CaptureOrder | null;
  /** Whether the file keeps every pixel as the scanner saw it. */
  readonly lossless: boolean;
}

/**
 * Judges a decoded page. Thresholds lean to silence: a clerk who is warned for nothing learns not to look. Each stands
 * between what good pages and damaged ones were measured to have (docs/quality.md).
 */
export function assessPicture(
  page: CapturedPage,
  { demands, order, lossless }: PictureExpectations,
  kernel: Kernel = sharedKernel(),
): PageQuality {
  const resolution = resolve(page, order);
  const { widthPx, heightPx } = page.image;
  return kernel.scope(() => {
    const view = viewPage(kernel, page, resolution.ppi);
    const findings = [
      ...judgeResolution(resolution, demands),
      ...judgeFormat(view, demands, lossless),
      ...judgeTones(view, demands),
      ...judgeContent(kernel, view, demands),
    ];
    return { findings, traces: view.bilevel ? [] : findTraces(page.image, view.pxPerMm), widthPx, heightPx };
  });
}

function judgeFormat({ bilevel }: PageView, { grey, lossless: demanded }: CaptureDemands, lossless: boolean) {
  const findings: QualityFinding[] = [];
  const whole = { value: 1, limit: 0, unit: 'count', boxPx: null } as const;
  if (grey && bilevel) findings.push({ code: 'black-and-white', ...whole });
  if (demanded && !lossless) findings.push({ code: 'lossy-format', ...whole });
  return findings;
}

function judgeContent(kernel: Kernel, view: PageView, { mostSkewDeg }: CaptureDemands): QualityFinding[] {
  const edges = judgeEdges(kernel, view);
  if (isBlank(kernel, view.smallWhite, view.medianLevel)) {
    return [...edges, { code: 'nearly-blank', value: 0, limit: 0, unit: 'percent', boxPx: null }];
  }
  const strokes = view.bilevel ? [] : judgeStrokes(takeSamples(kernel, view), view.pxPerMm);
  return [...edges, ...strokes, ...judgeSkew(kernel, view.smallWhite, mostSkewDeg)];
}

function isLossless({ bytes, format }: Source, index: number): boolean {
  return format === 'png' || (format === 'tiff' && !isLossyTiff(bytes, index));
}
