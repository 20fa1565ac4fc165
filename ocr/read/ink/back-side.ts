import type { Zone } from '../../model/form.ts';
import type { PreparedPage } from '../../model/page.ts';
import { applyWarp, type Warp } from '../../model/warp.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { EmptyForm } from './form-view.ts';

/** Nobody writes this far from all fields and print, nor is it clean nearer to the edges of the sheet. */
const clearMm = { zones: 4, print: 0.8, edges: 12 } as const;
const stepMm = 1;
/** What is lighter is paper, and what is darker was stamped or written there. */
const pale = { from: 150, to: 238 } as const;
/** The sheet is looked at in so many parts: a stamp or a cup stands on a few of them alone. */
const parts = { columns: 3, rows: 4 } as const;
const leastPlaces = 100;
/** Where the back shows through so much of the free paper of a part is pale, and of so many parts. */
const leastShare = 0.006;
const leastParts = 4;
/** Dust and the soft edges of what is dark have no more than this part in what is pale. */
const darkestShare = 0.03;
/** What is darker than the darkest of it by less is taken for it, too. */
const marginLevels = 12;
/** Darker than this it cannot be told from pencil. */
const leastCut = 165;
/** On a copy whose darkest ink is paler than this writing may be as pale. */
const palestBlack = 45;

/**
 * Makes paper of what is as pale as what stands where nobody writes, all over the sheet: print of the back that shows through.
 * Returns the page itself where free paper is clean. `warp` leads from millimetres of the form to pixels of the page.
 */
export function withoutBackSide(page: PreparedPage, warp: Warp, form: EmptyForm, zones: readonly Zone[]): PreparedPage {
  if (!hasBlackInk(page)) return page;
  const cut = levelOfBackSide(freeLevels(page, warp, form, zones));
  if (cut === null) return page;
  const levels = Uint8Array.from({ length: 256 }, (_, level) => Math.min(255, (level * 255) / cut));
  const { data } = page.image;
  return { ...page, image: { ...page.image, data: data.map((level) => levels[level] ?? 255) } };
}

function hasBlackInk({ steps }: PreparedPage): boolean {
  return steps.some((step) => step.kind === 'stretch-contrast' && step.blackLevel <= palestBlack);
}

/** The level that tells ink from what shows through, by the levels of free paper in each part; null where nothing does, or too darkly. */
export function levelOfBackSide(levelsOfParts: readonly (readonly number[])[]): number | null {
  const darkest = levelsOfParts.flatMap((levels) => {
    const seen = levels.filter((level) => level >= pale.from && level < pale.to).toSorted((one, other) => one - other);
    if (levels.length < leastPlaces || seen.length < leastShare * levels.length) return [];
    return [seen[Math.floor(darkestShare * seen.length)] ?? 0];
  });
  if (darkest.length < leastParts) return null;
  darkest.sort((one, other) => one - other);
  const cut = (darkest[darkest.length >> 1] ?? 0) - marginLevels;
  return cut >= leastCut ? cut : null;
}

/** How light the page is at places where the form has neither print nor a field, part by part. */
export function freeLevels({ image }: PreparedPage, warp: Warp, form: EmptyForm, zones: readonly Zone[]): number[][] {
  const pxPerMm = form.dpi / 25.4;
  const isNearPrint = nearPrint(form, pxPerMm);
  const size = { width: form.image.widthPx / pxPerMm, height: form.image.heightPx / pxPerMm };
  const levels = Array.from({ length: parts.columns * parts.rows }, (): number[] => []);
  for (let y = clearMm.edges; y < size.height - clearMm.edges; y += stepMm) {
    const beside = zones.filter(
      ({ rectMm }) => y > rectMm.y - clearMm.zones && y < rectMm.y + rectMm.height + clearMm.zones,
    );
    for (let x = clearMm.edges; x < size.width - clearMm.edges; x += stepMm) {
      if (isNearPrint(Math.floor(x * pxPerMm), Math.floor(y * pxPerMm))) continue;
      if (beside.some(({ rectMm }) => x > rectMm.x - clearMm.zones && x < rectMm.x + rectMm.width + clearMm.zones))
        continue;
      const place = applyWarp(warp, { x, y });
      const [column, row] = [Math.floor(place.x), Math.floor(place.y)];
      if (column < 0 || row < 0 || column >= image.widthPx || row >= image.heightPx) continue;
      const part =
        Math.floor((y / size.height) * parts.rows) * parts.columns + Math.floor((x / size.width) * parts.columns);
      levels[part]?.push(image.data[row * image.widthPx + column] ?? 255);
    }
  }
  return levels;
}

function nearPrint({ image }: EmptyForm, pxPerMm: number): (x: number, y: number) => boolean {
  const kernel = sharedKernel();
  const { data, widthPx } = kernel.scope(() =>
    kernel.read(kernel.dilate(kernel.darker(kernel.load(image), 225), Math.round(clearMm.print * pxPerMm))),
  );
  return (x, y) => data[y * widthPx + x] !== 0;
}
