import type { Zone } from '../model/form.ts';
import type { ZoneReading } from '../model/reading.ts';
import type { ZoneText } from './zone-text.ts';

/** A zone and what is in it. */
export interface SeenZone {
  readonly zone: Zone;
  readonly content: ZoneText | ZoneReading;
}
