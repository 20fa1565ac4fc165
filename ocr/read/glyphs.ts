import type { Box } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';
import { paper } from './crop.ts';
import type { Component } from './ink/components.ts';
import type { ZoneInk } from './ink/zone-ink.ts';

/** The ink of one cell of a comb, in pixels of the zone's region. */
export interface Glyph {
  readonly cell: number;
  readonly box: Box;
  readonly pixels: readonly number[];
}

/** A piece of ink wider than this many cells runs through several and is cut at their borders. */
const widestInCells = 1.3;
/** Less ink than this in a cell is dirt. */
const leastInkMm2 = 0.12;
const edgePx = 1;

/** Deals the ink of a comb out to its cells. Cells without ink give no glyph. */
export function cutGlyphs({ components, region, zoneBox, pxPerMm }: ZoneInk, cellCount: number): Glyph[] {
  const cellPx = (zoneBox[2] - zoneBox[0]) / cellCount;
  const cellAt = (x: number) => Math.min(cellCount - 1, Math.max(0, Math.floor((x - zoneBox[0]) / cellPx)));
  const dealt = Array.from({ length: cellCount }, (): number[] => []);
  for (const component of components) {
    const whole = widthOf(component) <= widestInCells * cellPx;
    const middle = cellAt((component.box[0] + component.box[2]) / 2);
    for (const at of component.pixels) dealt[whole ? middle : cellAt((at % region.widthPx) + 0.5)]?.push(at);
  }
  return dealt.flatMap((pixels, cell) =>
    pixels.length < leastInkMm2 * pxPerMm * pxPerMm ? [] : [{ cell, pixels, box: boxOfPixels(pixels, region.widthPx) }],
  );
}

export interface GlyphLine {
  readonly image: GreyImage;
  /** Left edge and width of each glyph in the line's image. */
  readonly spans: readonly { readonly x0: number; readonly x1: number }[];
}

/** Sets glyphs as one line of writing with even gaps, each as high above the line's foot as it was in its cell. */
export function setAsLine({ grey }: ZoneInk, glyphs: readonly Glyph[], gapPx: number, paddingPx: number): GlyphLine {
  const top = Math.min(...glyphs.map((glyph) => glyph.box[1]));
  const bottom = Math.max(...glyphs.map((glyph) => glyph.box[3]));
  const spans: { x0: number; x1: number }[] = [];
  let x = paddingPx;
  for (const { box } of glyphs) {
    spans.push({ x0: x, x1: x + box[2] - box[0] });
    x += box[2] - box[0] + gapPx;
  }
  const widthPx = x - gapPx + paddingPx;
  const heightPx = bottom - top + 2 * paddingPx;
  const data = new Uint8Array(widthPx * heightPx).fill(paper);
  const line = { data, widthPx, heightPx };
  glyphs.forEach((glyph, index) => {
    drawGlyph(grey, glyph, line, (spans[index]?.x0 ?? 0) - glyph.box[0], paddingPx - top);
  });
  return { image: line, spans };
}

/** Copies the glyph's pixels and their soft edge, moved by dx and dy. */
function drawGlyph(from: GreyImage, { pixels }: Glyph, to: GreyImage, dx: number, dy: number): void {
  for (const at of pixels) {
    const x = at % from.widthPx;
    const y = (at - x) / from.widthPx;
    for (let ny = Math.max(0, y - edgePx); ny <= Math.min(from.heightPx - 1, y + edgePx); ny += 1) {
      for (let nx = Math.max(0, x - edgePx); nx <= Math.min(from.widthPx - 1, x + edgePx); nx += 1) {
        to.data[(ny + dy) * to.widthPx + nx + dx] = from.data[ny * from.widthPx + nx] ?? paper;
      }
    }
  }
}

function widthOf({ box }: Component): number {
  return box[2] - box[0];
}

function boxOfPixels(pixels: readonly number[], widthPx: number): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, 0, 0];
  for (const at of pixels) {
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x + 1);
    y1 = Math.max(y1, y + 1);
  }
  return [x0, y0, x1, y1];
}
