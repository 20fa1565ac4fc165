import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../ocr/model/form.ts';
import { boxOfRect, type RectMm } from '../../../ocr/model/geometry.ts';
import { drawForm } from '../../../tools/forms/draw/form.ts';
import { formDrawings } from '../../../tools/forms/drawings/all.ts';

function overlap(first: RectMm, second: RectMm): boolean {
  const [ax0, ay0, ax1, ay1] = boxOfRect(first);
  const [bx0, by0, bx1, by1] = boxOfRect(second);
  return ax0 < bx1 && bx0 < ax1 && ay0 < by1 && by0 < ay1;
}

describe.each(formDrawings.map((drawing) => [drawing.id, drawForm(drawing).layout] as const))('%s', (_, layout) => {
  const pages = layout.pages.map((page) => [page.reference, page] as const);

  it.each(pages)('keeps every place to write clear of print on %s', (_name, page) => {
    const covered = page.zones.filter(({ rectMm }) => page.printed.some((text) => overlap(rectMm, text.rectMm)));
    expect(covered.map(({ id }) => id)).toEqual([]);
  });

  it.each(pages)('lets no two zones of %s overlap', (_name, page) => {
    const pairs = page.zones.flatMap((zone, index) =>
      page.zones.slice(index + 1).map((other) => [zone, other] as const),
    );
    const overlapping = pairs.filter(([zone, other]) => overlap(zone.rectMm, other.rectMm));
    expect(overlapping.map(([zone, other]) => `${zone.id} and ${other.id}`)).toEqual([]);
  });

  it('gives a pen room: lines of 8 mm, comb cells of 5 by 7 mm, boxes of 4 mm', () => {
    const tight = layout.pages.flatMap(({ zones }) => zones.filter((zone) => !isRoomy(zone)).map(({ id }) => id));
    expect(tight).toEqual([]);
  });
});

function isRoomy(zone: Zone): boolean {
  const { width, height } = zone.rectMm;
  if (zone.kind === 'text') return height / zone.lines >= 8;
  if (zone.kind === 'comb') return width / zone.cells >= 5 && height >= 7;
  if (zone.kind === 'date') return width / 8 >= 5 && height >= 7;
  return zone.kind === 'mark' ? width === 4 && height === 4 : true;
}

describe('a drawing that holds too much', () => {
  it('is refused rather than printed over the edge', () => {
    const [drawing] = formDrawings;
    const sections = drawing.pages.flatMap((page) => page.sections);
    const crowded = { ...drawing, pages: [{ sections }] };
    expect(() => drawForm(crowded)).toThrow(/mm too long/);
  });
});
