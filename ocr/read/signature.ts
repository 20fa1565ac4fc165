import type { Zone } from '../model/form.ts';
import { mapBox } from '../model/geometry.ts';
import type { ZoneReading } from '../model/reading.ts';
import { surroundingBox } from './engines/page-lines.ts';
import { type FormView, imageBox } from './ink/form-view.ts';
import { findZoneInk } from './ink/zone-ink.ts';

type SignatureZone = Extract<Zone, { kind: 'signature' }>;
type SignatureReading = Extract<ZoneReading, { kind: 'signature' }>;

const marginMm = 2;
/** A signature is wider than this and has more ink than this. */
const leastWidthMm = 8;
const leastInkMm2 = 3;

/** Tells whether somebody signed: nothing about who. Initials and a lone stroke give a low confidence. */
export function readSignature(view: FormView, zone: SignatureZone): SignatureReading {
  const box = mapBox(view.page.toCaptured, imageBox(view, zone.rectMm));
  const zoneInk = findZoneInk(view, zone.rectMm, marginMm);
  if (zoneInk === null) return { kind: 'signature', zone: zone.id, present: false, confidence: 0.5, box };
  const { components, pxPerMm } = zoneInk;
  const inkMm2 = components.reduce((sum, component) => sum + component.pixels.length, 0) / pxPerMm ** 2;
  const [x0, , x1] = surroundingBox(components.map((component) => component.box));
  const fullness = Math.min(inkMm2 / leastInkMm2, (x1 - x0) / pxPerMm / leastWidthMm);
  return { kind: 'signature', zone: zone.id, present: fullness >= 1, confidence: sureness(fullness), box };
}

/** From 0.5 where the ink is just what a signature needs at least, towards 1 far below and far above that. */
function sureness(fullness: number): number {
  const distance = fullness >= 1 ? 1 - 1 / fullness : 1 - fullness;
  return Math.min(0.99, 0.5 + distance);
}
