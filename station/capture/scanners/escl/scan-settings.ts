import type { ScanSettings } from '../../../../contract/capture.ts';
import { areaFor, requireSupport } from '../paper.ts';
import { colourModes, type EsclCapabilities, unitsPerMm } from './capabilities.ts';

/**
 * The body of a new scan job. The order of elements is that of the specification's schema, which some scanners insist on;
 * everything written into it is a number, a word of ours, or the version the scanner itself stated.
 *
 * Throws a ScannerError `not-supported`.
 */
export function writeScanSettings(capabilities: EsclCapabilities, settings: ScanSettings): string {
  const offer = requireSupport(capabilities, settings);
  const { widthMm, heightMm } = areaFor(settings.paper, offer);
  const isFeeder = settings.source === 'feeder';
  const elements = [
    `<pwg:Version>${/^\d+\.\d+$/.test(capabilities.version) ? capabilities.version : '2.0'}</pwg:Version>`,
    '<scan:Intent>Document</scan:Intent>',
    '<pwg:ScanRegions><pwg:ScanRegion>',
    `<pwg:Height>${Math.floor(heightMm * unitsPerMm)}</pwg:Height>`,
    '<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>',
    `<pwg:Width>${Math.floor(widthMm * unitsPerMm)}</pwg:Width>`,
    '<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>',
    '</pwg:ScanRegion></pwg:ScanRegions>',
    `<pwg:InputSource>${isFeeder ? 'Feeder' : 'Platen'}</pwg:InputSource>`,
    '<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>',
    '<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>',
    `<scan:XResolution>${settings.resolutionDpi}</scan:XResolution>`,
    `<scan:YResolution>${settings.resolutionDpi}</scan:YResolution>`,
    `<scan:ColorMode>${colourModes[settings.colour]}</scan:ColorMode>`,
    isFeeder ? `<scan:Duplex>${settings.duplex}</scan:Duplex>` : '',
    isFeeder && capabilities.noticesDoubleFeeds ? '<scan:MultipickDetection>true</scan:MultipickDetection>' : '',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"',
    ' xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">',
    ...elements,
    '</scan:ScanSettings>',
  ].join('');
}
