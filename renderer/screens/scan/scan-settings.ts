import type {
  PaperSize,
  ScanColour,
  ScannerCapabilities,
  ScanSettings,
  ScanSource,
} from '../../../contract/capture.ts';

/** How the paper lies: the two ways of the feeder are two choices for a person. */
export type Laying = 'feederBothSides' | 'feederFronts' | 'flatbed';

/** What is asked of a scanner that was never used under a profile. */
export const firstSettings: ScanSettings = {
  source: 'feeder',
  duplex: true,
  colour: 'grey',
  resolutionDpi: 300,
  paper: 'a4',
};

export interface Choices {
  readonly layings: readonly Laying[];
  readonly colours: readonly ScanColour[];
  readonly resolutionsDpi: readonly number[];
  readonly papers: readonly PaperSize[];
}

/** Sheets as they are laid in, upright. */
const paperSizesMm: Record<Exclude<PaperSize, 'largest'>, readonly [width: number, height: number]> = {
  a4: [210, 297],
  a3: [297, 420],
  a5: [148, 210],
  letter: [216, 279],
  legal: [216, 356],
};
const papers: readonly PaperSize[] = ['a4', 'a3', 'a5', 'letter', 'legal', 'largest'];
const layings: readonly Laying[] = ['feederBothSides', 'feederFronts', 'flatbed'];

/** Scanners state their largest size rounded down by a hair. */
const toleranceMm = 2;

export function layingOf({ source, duplex }: Pick<ScanSettings, 'source' | 'duplex'>): Laying {
  if (source === 'flatbed') return 'flatbed';
  return duplex ? 'feederBothSides' : 'feederFronts';
}

export function withLaying(settings: ScanSettings, laying: Laying): ScanSettings {
  const source = laying === 'flatbed' ? 'flatbed' : 'feeder';
  return { ...settings, source, duplex: laying === 'feederBothSides' };
}

/** What can be chosen under `settings`. Before the scanner has answered, everything usual; the scanner is asked anyway. */
export function choicesFor(capabilities: ScannerCapabilities | null, settings: ScanSettings): Choices {
  if (capabilities === null) {
    const resolutionsDpi = [...new Set([200, 300, 400, 600, settings.resolutionDpi])].sort((a, b) => a - b);
    return { layings, colours: ['colour', 'grey', 'black-white'], resolutionsDpi, papers };
  }
  const offered = capabilities.sources.map(layingOf);
  const offer = offerOf(capabilities, settings);
  return {
    layings: layings.filter((laying) => offered.includes(laying)),
    colours: offer?.colours ?? [],
    resolutionsDpi: offer?.resolutionsDpi ?? [],
    papers: offer === undefined ? papers : papers.filter((paper) => fits(paper, offer)),
  };
}

/** The settings nearest to those wanted that the scanner can do, so that a start is not refused for a trifle. */
export function fitTo(capabilities: ScannerCapabilities, wanted: ScanSettings): ScanSettings {
  const offer = offerOf(capabilities, wanted) ?? capabilities.sources[0];
  if (offer === undefined) return wanted;
  const { source, duplex, colours, resolutionsDpi } = offer;
  return {
    source,
    duplex,
    colour: colours.includes(wanted.colour) ? wanted.colour : (colours[0] ?? wanted.colour),
    resolutionDpi: nearest(resolutionsDpi, wanted.resolutionDpi),
    paper: fits(wanted.paper, offer) ? wanted.paper : 'largest',
  };
}

/** The same paper path, else the feeder's other one. */
function offerOf({ sources }: ScannerCapabilities, wanted: ScanSettings): ScanSource | undefined {
  return (
    sources.find((offer) => layingOf(offer) === layingOf(wanted)) ??
    sources.find((offer) => offer.source === wanted.source)
  );
}

function fits(paper: PaperSize, { maxWidthMm, maxHeightMm }: ScanSource): boolean {
  if (paper === 'largest') return true;
  const [width, height] = paperSizesMm[paper];
  return width <= maxWidthMm + toleranceMm && height <= maxHeightMm + toleranceMm;
}

/** The lowest resolution that is not below the wanted one, else the highest there is. */
function nearest(resolutionsDpi: readonly number[], wantedDpi: number): number {
  return resolutionsDpi.find((dpi) => dpi >= wantedDpi) ?? resolutionsDpi.at(-1) ?? wantedDpi;
}
