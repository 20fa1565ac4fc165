import type { PaperSize, ScannerCapabilities, ScanSettings, ScanSource } from '../../../contract/capture.ts';
import { ScannerError } from './scanner.ts';

interface SizeMm {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** ISO 216 and ANSI sizes, upright. */
const sizes: Readonly<Record<Exclude<PaperSize, 'largest'>, SizeMm>> = {
  a3: { widthMm: 297, heightMm: 420 },
  a4: { widthMm: 210, heightMm: 297 },
  a5: { widthMm: 148, heightMm: 210 },
  letter: { widthMm: 215.9, heightMm: 279.4 },
  legal: { widthMm: 215.9, heightMm: 355.6 },
};

/** Upright size of a sheet. */
export function sizeOfPaper(paper: Exclude<PaperSize, 'largest'>): SizeMm {
  return sizes[paper];
}

/** Scanners round their largest size down by a hair: within this a sheet still fits. */
const toleranceMm = 2;

/** Area to scan, at most what the scanner has. Throws a ScannerError `not-supported` for paper that does not fit. */
export function areaFor(paper: PaperSize, limits: Pick<ScanSource, 'maxWidthMm' | 'maxHeightMm'>): SizeMm {
  const { maxWidthMm, maxHeightMm } = limits;
  if (paper === 'largest') return { widthMm: maxWidthMm, heightMm: maxHeightMm };
  const { widthMm, heightMm } = sizes[paper];
  if (widthMm > maxWidthMm + toleranceMm || heightMm > maxHeightMm + toleranceMm) {
    throw new ScannerError('not-supported', `paper ${paper} is larger than ${maxWidthMm} x ${maxHeightMm} mm`);
  }
  return { widthMm: Math.min(widthMm, maxWidthMm), heightMm: Math.min(heightMm, maxHeightMm) };
}

/**
 * What the scanner offers for these settings. A scanner that is asked for what it cannot do gives something else without a
 * word, so it is checked here first. Throws a ScannerError `not-supported`.
 */
export function requireSupport({ sources }: ScannerCapabilities, settings: ScanSettings): ScanSource {
  const offer = sources.find(({ source, duplex }) => source === settings.source && duplex === settings.duplex);
  if (offer === undefined) {
    throw new ScannerError('not-supported', `no ${settings.source}${settings.duplex ? ' for both sides' : ''}`);
  }
  if (!offer.colours.includes(settings.colour)) throw new ScannerError('not-supported', `no mode ${settings.colour}`);
  if (!offer.resolutionsDpi.includes(settings.resolutionDpi)) {
    throw new ScannerError('not-supported', `no resolution of ${settings.resolutionDpi} dpi`);
  }
  return offer;
}
