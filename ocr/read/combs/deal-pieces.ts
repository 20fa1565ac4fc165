import type { Component } from '../ink/components.ts';
import type { ZoneInk } from '../ink/zone-ink.ts';

/** A piece of ink wider than this many cells runs through several and is cut near their borders. */
const widestInCells = 1.3;
/** How far from a border a piece is cut where it is thinnest, in cells. */
const cutSlackInCells = 0.22;
/** Lower than this share of the comb's height is a part of a broken letter, an accent or a dot. */
const partHeightShare = 0.3;

/** Deals the pieces of ink of a comb out to its cells: for each cell the pixels of each of its pieces. */
export function dealPieces({ components, region, zoneBox }: ZoneInk, cellCount: number): Int32Array[][] {
  const cellPx = (zoneBox[2] - zoneBox[0]) / cellCount;
  const cellAt = (x: number) => Math.min(cellCount - 1, Math.max(0, Math.floor((x - zoneBox[0]) / cellPx)));
  const cells = Array.from({ length: cellCount }, (): Int32Array[] => []);
  const isPart = ({ box }: Component) => box[3] - box[1] < partHeightShare * (zoneBox[3] - zoneBox[1]);
  const wholes = components.filter((component) => !isPart(component));
  for (const component of components) {
    if (widthOf(component) > widestInCells * cellPx) {
      const cuts = findCuts(component, region.widthPx, zoneBox[0], cellPx);
      const cellOf = (at: number) => cellAfterCuts(at % region.widthPx, cuts, cellCount);
      for (const [cell, pixels] of Map.groupBy(component.pixels, cellOf)) cells[cell]?.push(Int32Array.from(pixels));
    } else {
      const owner = isPart(component) ? (nearestWhole(component, wholes, cellPx) ?? component) : component;
      cells[cellAt((owner.box[0] + owner.box[2]) / 2)]?.push(component.pixels);
    }
  }
  return cells;
}

/** The letter that a small piece lies over, under or close beside; null where there is none so near. */
function nearestWhole(part: Component, wholes: readonly Component[], cellPx: number): Component | null {
  const near = wholes
    .filter((whole) => widthOf(whole) <= widestInCells * cellPx)
    .map((whole) => ({ whole, gapPx: Math.max(whole.box[0] - part.box[2], part.box[0] - whole.box[2]) }))
    .filter(({ gapPx }) => gapPx <= 0.15 * cellPx)
    .toSorted((one, other) => one.gapPx - other.gapPx);
  return near[0]?.whole ?? null;
}

interface Cut {
  /** Border of cells, counted from 0 left of the first. */
  readonly border: number;
  readonly x: number;
}

/** Where a piece that runs through several cells is thinnest near each border inside it. */
function findCuts({ box, pixels }: Component, widthPx: number, zoneLeft: number, cellPx: number): Cut[] {
  const columns = new Uint32Array(box[2] - box[0]);
  for (let index = 0; index < pixels.length; index += 1) {
    const x = ((pixels[index] ?? 0) % widthPx) - box[0];
    columns[x] = (columns[x] ?? 0) + 1;
  }
  const first = Math.ceil((box[0] - zoneLeft) / cellPx);
  const last = Math.floor((box[2] - zoneLeft) / cellPx);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index): Cut => {
    const border = first + index;
    return {
      border,
      x: box[0] + thinnestColumn(columns, zoneLeft + border * cellPx - box[0], cutSlackInCells * cellPx),
    };
  });
}

function thinnestColumn(columns: Uint32Array, middle: number, slack: number): number {
  let best = Math.round(middle);
  let leastCost = Infinity;
  const to = Math.min(columns.length - 1, Math.floor(middle + slack));
  for (let x = Math.max(0, Math.ceil(middle - slack)); x <= to; x += 1) {
    // Among equals the nearest to the border.
    const cost = (columns[x] ?? 0) + Math.abs(x - middle) / (slack + 1);
    if (cost < leastCost) [best, leastCost] = [x, cost];
  }
  return best;
}

function cellAfterCuts(x: number, cuts: readonly Cut[], cellCount: number): number {
  const next = cuts.find((cut) => x < cut.x);
  const cell = next === undefined ? (cuts.at(-1)?.border ?? 0) : next.border - 1;
  return Math.min(cellCount - 1, Math.max(0, cell));
}

function widthOf({ box }: Component): number {
  return box[2] - box[0];
}
