import { type Affine, composeAffine } from '../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../model/page.ts';
import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';

/** From this resolution on a page has pixels to spare for reading running text. */
const plentyDpi = 250;
/**
 * Whole pages of 300 dpi are read at 158: of 50 pages of samples as many characters are read wrong as at 180, 2.6 % instead of 2.7, for a seventh
 * less time; at 150, on 14 of them, 4.0 %. Zones, read for their exact characters, keep all their pixels.
 */
const reduction = 0.525;

/** Lighter than this is paper; rules of a faint copy are hardly darker. */
const paperLevel = 200;
/** Longer than any stroke of running text, and as thick as the frames of forms. */
const leastRuleInches = 0.5;
const mostThicknessInches = 0.04;

/**
 * The engine looks for text with one threshold for the whole page, about half way between black and white, and loses what a
 * copier printed more faintly. Raising the share of light to this power darkens such print and leaves black and white.
 */
const darkeningPower = 2.5;
const darkened = Uint8Array.from({ length: 256 }, (_, level) => Math.round(255 * (level / 255) ** darkeningPower));

/** A page without its rules, which tear lines and columns apart, in two sizes. */
export interface PageCopy {
  /** In all its pixels, as networks for lines know print. */
  readonly full: Pick<PreparedPage, 'image' | 'dpi'>;
  /** For the engine: smaller where the resolution is plenty, and with faint print darkened. */
  readonly small: PreparedPage;
  /** Pixels of the small image for each of the full one. */
  readonly scale: number;
}

/** Returns the copies of a page that is read whole. */
export function copyForReading(page: PreparedPage): PageCopy {
  const kernel = sharedKernel();
  return kernel.scope(() => {
    const text = withoutRules(kernel, kernel.load(page.image), page.dpi);
    const full = { image: kernel.read(text), dpi: page.dpi };
    if (page.dpi < plentyDpi) return { full, small: { ...page, image: darken(full.image) }, scale: 1 };
    const toPrepared: Affine = [1 / reduction, 0, 0, 1 / reduction, 0, 0];
    const target = kernel.make(Math.round(text.widthPx * reduction), Math.round(text.heightPx * reduction));
    const image = darken(kernel.read(kernel.warp(text, target, toPrepared, 255, 'bilinear')));
    const small = { ...page, image, dpi: page.dpi * reduction, toCaptured: composeAffine(toPrepared, page.toCaptured) };
    return { full, small, scale: reduction };
  });
}

function withoutRules(kernel: Kernel, page: Plane, dpi: number): Plane {
  return kernel.removeRules(page, kernel.make(page.widthPx, page.heightPx), {
    threshold: paperLevel,
    minLengthPx: Math.round(leastRuleInches * dpi),
    maxThicknessPx: Math.round(mostThicknessInches * dpi),
  });
}

function darken({ data, widthPx, heightPx }: GreyImage): GreyImage {
  return { data: data.map((level) => darkened[level] ?? level), widthPx, heightPx };
}
