import { readFileSync } from 'node:fs';
import type { Affine } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { type Call, createArena } from './arena.ts';
import { type InkKernel, inkOperations } from './ink.ts';
import type { Plane } from './plane.ts';
import { type Component, type Piece, RUN_BYTES, readComponents, readPieces } from './runs.ts';
import { type StructureKernel, structureOperations } from './structure.ts';

export type { Plane } from './plane.ts';
export type { Component, Piece } from './runs.ts';

/** How pixels between pixels are made up. */
export type WarpFilter = 'nearest' | 'bilinear' | 'cubic';

/** Darkness of a picture's rows, added up in upright strips; scored at many slopes. */
export interface StripSums {
  readonly score: (slope: number) => number;
}

/**
 * The image operations of `assembly/`, on pictures in the kernel's own memory. Operations that name a `target` write
 * into it and return it; the others return a new plane. None of them may be given the same plane twice.
 */
export interface Kernel extends InkKernel, StructureKernel {
  /** Runs `work` and then frees every plane that it made. */
  readonly scope: <T>(work: () => T) => T;
  readonly load: (image: GreyImage) => Plane;
  /** Loads a part of an image that lies within it. */
  readonly loadPart: (image: GreyImage, part: Part) => Plane;
  /** Copies a plane out. */
  readonly read: (plane: Plane) => GreyImage;
  readonly make: (widthPx: number, heightPx: number) => Plane;
  /** Copies a part of a plane that lies within it. */
  readonly crop: (source: Plane, part: Part) => Plane;
  readonly boxDown: (source: Plane, factor: number) => Plane;
  readonly maxDown2: (source: Plane) => Plane;
  /** Clockwise. */
  readonly turn: (source: Plane, quarters: 1 | 2 | 3) => Plane;
  /** `toSource` maps pixels of the target to those of the source; what lies outside becomes `fill`. */
  readonly warp: (source: Plane, target: Plane, toSource: Affine, fill: number, filter: WarpFilter) => Plane;
  readonly median3: (source: Plane, target: Plane) => Plane;
  readonly divideByBackground: (source: Plane, background: Plane, target: Plane) => Plane;
  /** Counts of the 256 grey levels. */
  readonly histogram: (source: Plane) => Uint32Array;
  /** In place. */
  readonly stretch: (plane: Plane, blackLevel: number, whiteLevel: number) => void;
  readonly stripSums: (source: Plane, stripPx: number, maxSlope: number) => StripSums;
  /** The connected pieces of a mask, in the order of their topmost, then leftmost pixels. */
  readonly pieces: (mask: Plane) => Piece[];
  /** Null when the picture has more runs of ink than can be followed: it is noise. */
  readonly components: (source: Plane, threshold: number) => Component[] | null;
  /** Whitens printed rules of at least `minLengthPx`, across and down, no thicker than `maxThicknessPx`. */
  readonly removeRules: (source: Plane, target: Plane, options: RuleOptions) => Plane;
  /** Whitens specks of at most `maxAreaPx` in place; returns how many, or null where the picture is noise. */
  readonly despeckle: (plane: Plane, threshold: number, maxAreaPx: number) => number | null;
  /** Whitens in place what is thicker than `thicknessPx` in every direction: lids, filled areas, pictures. */
  readonly whitenMasses: (plane: Plane, threshold: number, thicknessPx: number) => number | null;
  /** Bytes of memory held. It only grows: a kernel that has become large is best dropped. */
  readonly memoryBytes: () => number;
}

/** Part of an image, in whole pixels. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface RuleOptions {
  readonly threshold: number;
  readonly minLengthPx: number;
  readonly maxThicknessPx: number;
}

const MAX_RUNS = 1_500_000;
const CUBIC_WEIGHT_BYTES = 2048;
const HISTOGRAM_BYTES = 4096;
/** See `assembly/profile.ts`: rows beyond those of the picture, and of what shearing moves. */
const COLUMN_EDGE = 8;
const PROFILE_EDGE = 6;

/** Compiles and starts the kernel. Takes a few milliseconds; a process wants one and passes it on. */
export function createKernel(): Kernel {
  const module = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
  const { exports: exported } = new WebAssembly.Instance(module);
  const memory = exported.memory;
  if (!(memory instanceof WebAssembly.Memory)) throw new Error('the kernel exports no memory');
  const call: Call = (name, ...values) => {
    const target = exported[name];
    if (typeof target !== 'function') throw new Error(`the kernel exports no ${name}`);
    return Number(target(...values));
  };
  const arena = createArena(memory, call('heapBase'));
  const { allocate, scope } = arena;
  const ink = inkOperations(arena, call);
  const make = (widthPx: number, heightPx: number): Plane => ({
    address: allocate(widthPx * heightPx),
    widthPx,
    heightPx,
  });
  const findRuns = (source: Plane, threshold: number, most = MAX_RUNS): { runs: number; count: number } => {
    const pixels = source.widthPx * source.heightPx;
    const capacity = Math.min(most, Math.ceil(pixels / 2) + source.heightPx);
    const runs = allocate(capacity * RUN_BYTES);
    return {
      runs,
      count: call('components', source.address, source.widthPx, source.heightPx, threshold, runs, capacity),
    };
  };
  const whitenComponents = (name: string, plane: Plane, threshold: number, limit: number): number | null =>
    scope(() => {
      const { runs, count } = findRuns(plane, threshold);
      if (count < 0) return null;
      return call(name, plane.address, plane.widthPx, plane.heightPx, runs, count, limit);
    });
  return {
    ...ink,
    ...structureOperations(arena, call),
    scope,
    make,
    load: (image) => {
      const plane = make(image.widthPx, image.heightPx);
      new Uint8Array(memory.buffer).set(image.data, plane.address);
      return plane;
    },
    loadPart: (image, { left, top, widthPx, heightPx }) => {
      const plane = make(widthPx, heightPx);
      const bytes = new Uint8Array(memory.buffer);
      for (let y = 0; y < heightPx; y += 1) {
        const from = (top + y) * image.widthPx + left;
        bytes.set(image.data.subarray(from, from + widthPx), plane.address + y * widthPx);
      }
      return plane;
    },
    read: ({ address, widthPx, heightPx }) => ({
      data: new Uint8Array(memory.buffer, address, widthPx * heightPx).slice(),
      widthPx,
      heightPx,
    }),
    crop: (source, { left, top, widthPx, heightPx }) => {
      const target = make(widthPx, heightPx);
      const bytes = new Uint8Array(memory.buffer);
      for (let y = 0; y < heightPx; y += 1) {
        const from = source.address + (top + y) * source.widthPx + left;
        bytes.copyWithin(target.address + y * widthPx, from, from + widthPx);
      }
      return target;
    },
    boxDown: (source, factor) => {
      const target = make(Math.floor(source.widthPx / factor), Math.floor(source.heightPx / factor));
      scope(() => {
        const columns = allocate(2 * source.widthPx + 32);
        call('boxDown', source.address, source.widthPx, source.heightPx, factor, target.address, columns);
      });
      return target;
    },
    maxDown2: (source) => {
      const target = make(source.widthPx >> 1, source.heightPx >> 1);
      call('maxDown2', source.address, source.widthPx, source.heightPx, target.address);
      return target;
    },
    turn: (source, quarters) => {
      const target = quarters === 2 ? make(source.widthPx, source.heightPx) : make(source.heightPx, source.widthPx);
      call('turn', source.address, source.widthPx, source.heightPx, quarters, target.address);
      return target;
    },
    warp: (source, target, toSource, fill, filter) => {
      const places = [source.address, source.widthPx, source.heightPx, target.address, target.widthPx, target.heightPx];
      if (filter === 'nearest') call('warpNearest', ...places, ...toSource, fill);
      else if (filter === 'bilinear') call('warpBilinear', ...places, ...toSource, fill);
      else scope(() => call('warpCubic', ...places, ...toSource, fill, allocate(CUBIC_WEIGHT_BYTES)));
      return target;
    },
    median3: (source, target) => {
      call('median3', source.address, source.widthPx, source.heightPx, target.address);
      return target;
    },
    divideByBackground: (source, background, target) =>
      scope(() => {
        const factors = allocate(4 * background.widthPx + 2 * source.widthPx + 64);
        const coarse = [background.address, background.widthPx, background.heightPx];
        call('divideByBackground', source.address, source.widthPx, source.heightPx, ...coarse, target.address, factors);
        return target;
      }),
    histogram: (source) =>
      scope(() => {
        const counts = allocate(HISTOGRAM_BYTES);
        call('histogram', source.address, source.widthPx * source.heightPx, counts);
        return new Uint32Array(memory.buffer, counts, 256).slice();
      }),
    stretch: (plane, blackLevel, whiteLevel) => {
      call('stretch', plane.address, plane.widthPx * plane.heightPx, blackLevel, whiteLevel);
    },
    stripSums: (source, stripPx, maxSlope) => {
      const strips = Math.floor(source.widthPx / stripPx);
      const sums = allocate(4 * strips * (source.heightPx + COLUMN_EDGE));
      const pad = Math.ceil((source.widthPx / 2) * maxSlope) + PROFILE_EDGE;
      const profile = allocate(4 * (source.heightPx + 2 * pad));
      call('stripSums', source.address, source.widthPx, source.heightPx, stripPx, sums);
      return { score: (slope) => call('shearScore', sums, strips, source.heightPx, stripPx, slope, profile, pad) };
    },
    pieces: (mask) =>
      scope(() => {
        const paper = ink.darker(mask, 1);
        const { runs, count } = findRuns(paper, 1, Number.POSITIVE_INFINITY);
        return readPieces(new Int32Array(memory.buffer, runs, (count * RUN_BYTES) / 4), mask.widthPx);
      }),
    components: (source, threshold) =>
      scope(() => {
        const { runs, count } = findRuns(source, threshold);
        return count < 0 ? null : readComponents(new Int32Array(memory.buffer, runs, (count * RUN_BYTES) / 4));
      }),
    removeRules: (source, target, { threshold, minLengthPx, maxThicknessPx }) =>
      scope(() => {
        const marks = allocate(source.widthPx * source.heightPx);
        const state = allocate(8 * source.widthPx);
        const limits = [threshold, minLengthPx, maxThicknessPx];
        call('removeRules', source.address, source.widthPx, source.heightPx, target.address, ...limits, marks, state);
        return target;
      }),
    despeckle: (plane, threshold, maxAreaPx) => whitenComponents('despeckle', plane, threshold, maxAreaPx),
    whitenMasses: (plane, threshold, thicknessPx) => whitenComponents('whitenMasses', plane, threshold, thicknessPx),
    memoryBytes: () => memory.buffer.byteLength,
  };
}
