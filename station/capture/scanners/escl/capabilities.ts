import type { ScanColour, ScannerCapabilities, ScanSource } from '../../../../contract/capture.ts';
import { elementsAt, numberAt, parseXml, textAt, textsAt, type XmlElement } from './xml.ts';

/** What our client needs to know beyond what is shown to people. */
export interface EsclCapabilities extends ScannerCapabilities {
  /** Version of the protocol that the scanner speaks, for example `2.63`. */
  readonly version: string;
  /** The feeder can notice two sheets drawn in together, when asked to. */
  readonly noticesDoubleFeeds: boolean;
}

export const colourModes: Readonly<Record<ScanColour, string>> = {
  colour: 'RGB24',
  grey: 'Grayscale8',
  'black-white': 'BlackAndWhite1',
};
const colours = ['colour', 'grey', 'black-white'] as const;

/** Unit of sizes in eSCL: 1/300 inch. */
export const unitsPerMm = 300 / 25.4;

/** Resolutions worth offering of a scanner that takes any within a range. */
const usualResolutionsDpi = [75, 100, 150, 200, 240, 300, 400, 600, 1200];

const inputs = [
  { path: ['Platen', 'PlatenInputCaps'], source: 'flatbed', duplex: false },
  { path: ['Adf', 'AdfSimplexInputCaps'], source: 'feeder', duplex: false },
  { path: ['Adf', 'AdfDuplexInputCaps'], source: 'feeder', duplex: true },
] as const;

/** Reads `ScannerCapabilities` (Mopria Alliance, eSCL Technical Specification). Throws a ScannerError. */
export function parseCapabilities(text: string): EsclCapabilities {
  const root = parseXml(text, 'ScannerCapabilities');
  return {
    version: textAt(root, 'Version') ?? '2.0',
    model: textAt(root, 'MakeAndModel') ?? '',
    noticesDoubleFeeds: textsAt(root, 'Adf', 'AdfOptions', 'AdfOption').includes('MultipickDetection'),
    sources: inputs.flatMap(({ path, source, duplex }) =>
      elementsAt(root, ...path).flatMap((input) => parseSource(input, source, duplex)),
    ),
  };
}

function parseSource(input: XmlElement, source: ScanSource['source'], duplex: boolean): ScanSource[] {
  const width = numberAt(input, 'MaxWidth');
  const height = numberAt(input, 'MaxHeight');
  if (!width || !height) return [];
  const profiles = elementsAt(input, 'SettingProfiles', 'SettingProfile').filter(givesJpeg);
  const modes = profiles.flatMap((profile) => textsAt(profile, 'ColorModes', 'ColorMode'));
  const resolutions = new Set(profiles.flatMap(resolutionsOf));
  return [
    {
      source,
      duplex,
      colours: colours.filter((colour) => modes.includes(colourModes[colour])),
      resolutionsDpi: [...resolutions].sort((left, right) => left - right),
      maxWidthMm: width / unitsPerMm,
      maxHeightMm: height / unitsPerMm,
    },
  ];
}

function givesJpeg(profile: XmlElement): boolean {
  const formats = ['DocumentFormat', 'DocumentFormatExt'].flatMap((name) => textsAt(profile, 'DocumentFormats', name));
  return formats.includes('image/jpeg');
}

/** Resolutions that are the same both ways: pages are not distorted here. */
function resolutionsOf(profile: XmlElement): number[] {
  const listed = elementsAt(profile, 'SupportedResolutions', 'DiscreteResolutions', 'DiscreteResolution').flatMap(
    (resolution) => {
      const [x, y] = [numberAt(resolution, 'XResolution'), numberAt(resolution, 'YResolution')];
      return x !== undefined && x === y ? [x] : [];
    },
  );
  const ranges = elementsAt(profile, 'SupportedResolutions', 'ResolutionRange').flatMap(resolutionsInRange);
  return [...listed, ...ranges];
}

function resolutionsInRange(range: XmlElement): number[] {
  const least = numberAt(range, 'XResolutionRange', 'Min');
  const most = numberAt(range, 'XResolutionRange', 'Max');
  if (least === undefined || most === undefined) return [];
  const step = numberAt(range, 'XResolutionRange', 'Step') || 1;
  return usualResolutionsDpi.filter((dpi) => dpi >= least && dpi <= most && (dpi - least) % step === 0);
}
