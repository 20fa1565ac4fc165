import type { FormCatalogue } from '../../../../ocr/identify/form-catalogue.ts';
import { type Identification, identifyPage } from '../../../../ocr/identify/identify.ts';
import { formKey } from '../../../../ocr/model/form.ts';
import { applyAffine, type Point, type RectMm } from '../../../../ocr/model/geometry.ts';
import type { CapturedPage, PreparedPage } from '../../../../ocr/model/page.ts';
import { preparePage } from '../../../../ocr/prepare/prepare.ts';
import { seenThrough } from '../../../../ocr/read/ink/zone-view.ts';
import type { SamplePage } from '../samples.ts';

/** How one page was placed. */
export interface Placing {
  readonly kind: Identification['kind'];
  /** Whether the right form and page were named, where one was. */
  readonly right: boolean;
  /** Greatest distance of a zone's corner from where it truly is, in millimetres; null where no zones are read. */
  readonly worstMm: number | null;
  readonly cpuMs: number;
}

/** Places a captured page; `trueAt` takes millimetres of the layout to pixels of it. */
export function placePage(
  captured: CapturedPage,
  catalogue: FormCatalogue,
  { document, page }: SamplePage,
  trueAt: (place: Point) => Point,
): Placing {
  const prepared = preparePage(captured);
  const before = process.cpuUsage();
  const found = identifyPage(prepared, catalogue);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  if (found.kind === 'none') return { kind: 'none', right: false, worstMm: null, cpuMs };
  const name = found.kind === 'aligned' ? formKey(found.form.manifest) : found.formKey;
  const right = name === document.form && found.layoutPage === page.layoutPage;
  if (found.kind !== 'aligned') return { kind: found.kind, right, worstMm: null, cpuMs };
  return { kind: 'aligned', right, worstMm: worstZoneMm(found, prepared, page.damage.dpi, trueAt), cpuMs };
}

function worstZoneMm(
  { layout, layoutPage, warp }: Extract<Identification, { kind: 'aligned' }>,
  prepared: PreparedPage,
  capturedDpi: number,
  trueAt: (place: Point) => Point,
): number {
  const zones = layout.pages[layoutPage]?.zones ?? [];
  const errorsPx = zones.flatMap(({ rectMm }) => {
    const seenAt = seenThrough(warp, rectMm);
    return cornersOf(rectMm).map((corner) => {
      const found = applyAffine(prepared.toCaptured, seenAt(corner));
      const truth = trueAt(corner);
      return Math.hypot(found.x - truth.x, found.y - truth.y);
    });
  });
  return (Math.max(0, ...errorsPx) / capturedDpi) * 25.4;
}

function cornersOf({ x, y, width, height }: RectMm): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}
