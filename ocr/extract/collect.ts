import type { FormPackage, LayoutPage, Zone } from '../model/form.ts';
import { formKey } from '../model/form.ts';
import type { ZoneReading } from '../model/reading.ts';
import type { PageReading } from '../model/result.ts';

/** One zone of the layout with what was read in it; `reading` null where the page was not read by zones. */
export interface ZoneFinding {
  readonly zone: Zone;
  readonly reading: ZoneReading;
  /** Zero-based page inside the document. */
  readonly page: number;
  /** Something lies over the zone. */
  readonly covered: boolean;
}

/** What of a page's reading tells of its fields. */
export type ZonesOfPage = Pick<PageReading, 'registration' | 'zones'>;

function layoutPageOf(form: FormPackage, page: ZonesOfPage): LayoutPage | null {
  const registration = page.registration;
  if (registration === null || registration.form !== formKey(form.manifest)) return null;
  const layout = form.layouts.find(({ edition }) => edition === registration.edition);
  return layout?.pages[registration.layoutPage] ?? null;
}

/** Groups what was read by the field that it fills. Fields of pages that are absent do not occur. */
export function collectFindings(form: FormPackage, pages: readonly ZonesOfPage[]): Map<string, ZoneFinding[]> {
  const findings = new Map<string, ZoneFinding[]>();
  for (const [index, page] of pages.entries()) {
    const zones = new Map(layoutPageOf(form, page)?.zones.map((zone) => [zone.id, zone]));
    const covered = new Set(page.registration?.covered);
    for (const reading of page.zones) {
      const zone = zones.get(reading.zone);
      if (zone === undefined) continue;
      findings.set(zone.field, [
        ...(findings.get(zone.field) ?? []),
        { zone, reading, page: index, covered: covered.has(zone.id) },
      ]);
    }
  }
  return findings;
}
