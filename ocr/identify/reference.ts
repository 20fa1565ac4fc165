import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LayoutPage } from '../model/form.ts';
import type { Point } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';
import { countInk, type InkMap, type InkPoints, mapInk, sampleInk } from './coverage.ts';
import type { DescriptorPattern } from './descriptor.ts';
import { describePage, pageCorners } from './features.ts';
import { choosePatches, type Patch, patchStrength } from './patches.ts';
import { halveRaster, type Raster, rasterAt } from './raster.ts';
import { chooseZonePrint, type ZonePrint } from './zone-print.ts';

/** What is kept of a reference page to find it again. Fifty installed layouts stay in memory, hence the packed raster. */
export interface ReferenceFeatures {
  readonly places: readonly Point[];
  readonly descriptors: Uint32Array;
  readonly patches: readonly Patch[];
  readonly zonePrint: readonly ZonePrint[];
  readonly ink: InkPoints;
  readonly inkMap: InkMap;
  /** Pixels of print at 75 dpi: how much there is to be found. */
  readonly inkPx: number;
  readonly packed: PackedRaster;
}

interface PackedRaster extends Omit<Raster, 'data'> {
  readonly deflated: Uint8Array;
}

/** Resolution of unpacked references, in pixels per inch. */
export const referenceDpi = 150;
/** Corners described in each square centimetre of a reference page. */
const cornersPerCell = 1;
/** Corner strength, summed over a patch, that makes it worth looking for. */
const patchFloor = 150_000;
const inkPoints = 12_000;

/** Measures an empty form page whose image spans it exactly. */
export function measureReference(
  image: GreyImage,
  { widthMm, heightMm, zones }: LayoutPage,
  pattern: DescriptorPattern,
): ReferenceFeatures {
  const fine = rasterAt(image, widthMm, heightMm, referenceDpi);
  const coarse = halveRaster(fine);
  const corners = pageCorners(coarse, cornersPerCell);
  const strength = patchStrength(coarse);
  const { data, ...scale } = fine;
  return {
    places: corners.places,
    descriptors: describePage(corners, pattern, 0),
    patches: choosePatches(coarse, strength, patchFloor),
    zonePrint: chooseZonePrint(zones, strength, coarse, patchFloor),
    ink: sampleInk(coarse, inkPoints),
    inkMap: mapInk(coarse),
    inkPx: countInk(coarse),
    packed: { ...scale, deflated: deflateRawSync(data, { level: 3 }) },
  };
}

/** Returns the reference page at 150 dpi. */
export function unpackReference({ packed }: ReferenceFeatures): Raster {
  const { deflated, ...scale } = packed;
  return { ...scale, data: inflateRawSync(deflated, { maxOutputLength: scale.widthPx * scale.heightPx }) };
}
