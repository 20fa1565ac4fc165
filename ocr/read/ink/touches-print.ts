import type { ZoneInk } from './zone-ink.ts';

/** Whether some of a zone's writing lies on the form's print, or right beside it: what the print covers of it is lost. */
export function touchesPrint({ components, print: { data, widthPx } }: Pick<ZoneInk, 'components' | 'print'>): boolean {
  const around = [-1, 1, -widthPx, widthPx];
  return components.some(({ pixels }) => pixels.some((at) => around.some((step) => data[at + step] === 1)));
}
