import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { paper } from '../crop.ts';

const inkLevel = 170;
const dotMm = { least: 0.1, most: 0.8 } as const;
/** From the middle of one dot to that of the next. */
const pitchMm = { least: 0.55, most: 2.4 } as const;
/** Dots of a row stand this level, and their pitch differs by this share at most. */
const levelMm = 0.18;
const pitchSlack = 0.2;
const fewestDots = 4;
/** Writing over dots: of the places where dots are to be expected in between, so many hold ink. */
const inkedShare = 0.9;
const longestGapMm = 90;
/** The soft edge of ink. */
const edgePx = 1;

interface Dot {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

/** Rows of dots, in pixels of their image. */
export interface Leaders {
  /** Each row from its first to its last dot. */
  readonly rows: readonly Box[];
  /** The dots that touch nothing. */
  readonly dots: readonly Box[];
}

/**
 * Finds rows of dots to write on, as forms have them for lines: `nato a ............ il ......`. What is written over the dots does not
 * end a row, print in place of dots does.
 */
export function findLeaders(image: GreyImage, dpi: number): Leaders {
  const pxPerMm = dpi / 25.4;
  const kernel = sharedKernel();
  const { dots, ink } = kernel.scope(() => {
    const plane = kernel.darker(kernel.load(image), inkLevel);
    const small = kernel
      .pieces(plane)
      .map(({ box }) => box)
      .filter((box) => isDot(box, pxPerMm));
    return { dots: small.map(dotOf), ink: kernel.read(plane) };
  });
  const rows = rowsOf(dots, pxPerMm);
  return {
    rows: joinRows(rows, (x, y) => isInkedAround(ink, x, y, pxPerMm), pxPerMm).map(boxOf),
    dots: rows.flatMap((row) => row.dots.map(({ box }) => box)),
  };
}

/** The picture without the dots, so that nobody reads them as full stops. */
export function withoutDots(image: GreyImage, dots: readonly Box[]): GreyImage {
  if (dots.length === 0) return image;
  const { widthPx, heightPx } = image;
  const data = Uint8Array.from(image.data);
  for (const [x0, y0, x1, y1] of dots) {
    for (let y = Math.max(0, y0 - edgePx); y < Math.min(heightPx, y1 + edgePx); y += 1) {
      data.fill(paper, y * widthPx + Math.max(0, x0 - edgePx), y * widthPx + Math.min(widthPx, x1 + edgePx));
    }
  }
  return { data, widthPx, heightPx };
}

function boxOf({ dots, pitch }: Row): Box {
  const ys = dots.map(({ y }) => y);
  const [first = 0, last = 0] = [dots[0]?.x, dots.at(-1)?.x];
  return [first - pitch / 2, Math.min(...ys), last + pitch / 2, Math.max(...ys) + 1];
}

function isDot([x0, y0, x1, y1]: Box, pxPerMm: number): boolean {
  const [width, height] = [(x1 - x0) / pxPerMm, (y1 - y0) / pxPerMm];
  const isSmall = Math.min(width, height) >= dotMm.least && Math.max(width, height) <= dotMm.most;
  return isSmall && width < 2.2 * height && height < 2.2 * width;
}

function dotOf(box: Box): Dot {
  return { box, x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 };
}

interface Row {
  readonly dots: readonly Dot[];
  readonly pitch: number;
}

/** Dots that follow each other at one pitch. */
function rowsOf(dots: readonly Dot[], pxPerMm: number): Row[] {
  const byPlace = dots.toSorted((one, other) => one.x - other.x);
  const taken = new Set<Dot>();
  const rows: Row[] = [];
  for (const [at, start] of byPlace.entries()) {
    if (taken.has(start)) continue;
    const row = follow(start, byPlace, at, pxPerMm);
    if (row.length < fewestDots) continue;
    for (const dot of row) taken.add(dot);
    rows.push({ dots: row, pitch: ((row.at(-1)?.x ?? 0) - start.x) / (row.length - 1) });
  }
  return rows;
}

function follow(start: Dot, byPlace: readonly Dot[], from: number, pxPerMm: number): Dot[] {
  const row = [start];
  let pitch = 0;
  for (let at = from + 1; at < byPlace.length; at += 1) {
    const [last, next] = [row.at(-1) ?? start, byPlace[at] ?? start];
    const step = next.x - last.x;
    if (step > pitchMm.most * pxPerMm || (pitch > 0 && step > (1 + pitchSlack) * pitch)) break;
    if (Math.abs(next.y - last.y) > levelMm * pxPerMm || step < pitchMm.least * pxPerMm) continue;
    if (pitch > 0 && step < (1 - pitchSlack) * pitch) break;
    row.push(next);
    pitch = (next.x - start.x) / (row.length - 1);
  }
  return row;
}

/** Puts together rows of one pitch where ink stands at every place between them at which there would be a dot. */
function joinRows(rows: readonly Row[], isInked: (x: number, y: number) => boolean, pxPerMm: number): Row[] {
  const joined: Row[] = [];
  for (const row of rows.toSorted((one, other) => (one.dots[0]?.x ?? 0) - (other.dots[0]?.x ?? 0))) {
    const at = joined.findLastIndex((before) => goesOn(before, row, isInked, pxPerMm));
    const before = joined[at];
    if (before === undefined) joined.push(row);
    else {
      const dots = [...before.dots, ...row.dots];
      joined[at] = { dots, pitch: before.dots.length > row.dots.length ? before.pitch : row.pitch };
    }
  }
  return joined;
}

function goesOn(before: Row, row: Row, isInked: (x: number, y: number) => boolean, pxPerMm: number): boolean {
  const [end, start] = [before.dots.at(-1), row.dots[0]];
  if (end === undefined || start === undefined) return false;
  const gap = start.x - end.x;
  const isLevel = Math.abs(end.y - start.y) < 2 * levelMm * pxPerMm;
  const isAlike = Math.abs(before.pitch - row.pitch) < pitchSlack * row.pitch;
  if (!isLevel || !isAlike || gap <= 0 || gap > longestGapMm * pxPerMm) return false;
  const steps = Math.round(gap / row.pitch);
  if (steps < 1 || Math.abs(gap / steps - row.pitch) > (pitchSlack / 2) * row.pitch) return false;
  const places = Array.from({ length: steps - 1 }, (_, step) => (step + 1) / steps);
  const inked = places.filter((share) => isInked(end.x + share * gap, end.y + share * (start.y - end.y)));
  return inked.length >= inkedShare * places.length;
}

function isInkedAround(ink: GreyImage, x: number, y: number, pxPerMm: number): boolean {
  const reach = Math.max(1, Math.round(0.12 * pxPerMm));
  const [column, line] = [Math.round(x), Math.round(y)];
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) {
      if ((ink.data[(line + dy) * ink.widthPx + column + dx] ?? 0) !== 0) return true;
    }
  }
  return false;
}
