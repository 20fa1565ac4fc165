import type { JpegComponent } from './jpeg-head.ts';

/** A walk through entropy-coded data, one unit (MCU) after the other. */
export interface UnitWalk {
  /** Walks so many units further; fewer where the data ends or means nothing. Returns how many were whole. */
  go(units: number): number;
  /** The last walk met a code that its table does not have. */
  isCorrupt(): boolean;
  /** Passes over a restart marker; false when another marker, or none, stands there. */
  restart(): boolean;
  /** Where the marker after the data stands. */
  markerOffset(): number;
}

/** A code table: whole, and its short codes once more in a table that stays in the processor's nearest cache. */
interface Codes {
  readonly short: Uint16Array;
  readonly all: Uint16Array;
}

interface BlockKind {
  readonly dc: Codes;
  readonly ac: Codes;
  /** What a few bits ahead hold of whole AC codes with their values: see `withRuns`. */
  readonly runs: Uint16Array;
}

const SHORT_BITS = 9;
const LONG_BITS = 16;
/** More bits than these are enough for any code; beside these, two bytes more fit into a number of 32 bits. */
const FULL = LONG_BITS;
const ZERO_RUN = 0xf0;
/** Bits that one look at `runs` goes over at most; its table then stays in the nearest cache. */
const RUN_BITS = 12;
const RUN_MASK = (1 << RUN_BITS) - 1;
/** An entry of `runs`: bits in all, then coefficients, then whether the block ends there. */
const RUN_BITS_MASK = 15;
const RUN_STEP_SHIFT = 4;
const RUN_STEP_MASK = 63;
const RUN_ENDS_BLOCK = 1 << 10;

export function createUnitWalk(file: Buffer, start: number, components: readonly JpegComponent[]): UnitWalk {
  const blocks = blocksOfUnit(components);
  let offset = start;
  let held = 0;
  let count = 0;
  /** How many of the held bits, the last ones, are not from the file: at a marker ones follow without end. */
  let padded = 0;
  let corrupt = false;

  /**
   * The whole walk is one loop over plain numbers on purpose: it goes over every code of every page that is scanned, and is
   * most of what accepting a page costs. Short functions around shared state took three times as long.
   */
  function go(units: number): number {
    let [at, bits, ready, ones] = [offset, held, count, padded];
    const length = file.length;
    let whole = 0;
    corrupt = false;
    walking: for (; whole < units; whole += 1) {
      for (const { dc, ac, runs } of blocks) {
        for (let index = 0; index < 64; ) {
          // Far most often the next two bytes are data as they stand.
          if (ready <= FULL && at + 1 < length && file[at] !== 0xff && file[at + 1] !== 0xff) {
            bits = (bits << 16) | ((file[at] ?? 0) << 8) | (file[at + 1] ?? 0);
            at += 2;
            ready += 16;
          }
          while (ready <= FULL) {
            // Stuffed zeros are dropped.
            const byte = at < length ? (file[at] ?? 0) : 0xff;
            const isData = at < length && (byte !== 0xff || file[at + 1] === 0);
            bits = (bits << 8) | byte;
            if (isData) at += byte === 0xff ? 2 : 1;
            else ones += 8;
            ready += 8;
          }
          if (index > 0) {
            const run = runs[(bits >> (ready - RUN_BITS)) & RUN_MASK] ?? 0;
            const runBits = run & RUN_BITS_MASK;
            const after = index + ((run >> RUN_STEP_SHIFT) & RUN_STEP_MASK);
            // Near the end of a block or of the data every code is looked at by itself, below.
            if (runBits !== 0 && after < 64 && ready - runBits >= ones) {
              ready -= runBits;
              if ((run & RUN_ENDS_BLOCK) !== 0) break;
              index = after;
              continue;
            }
          }
          const next = (bits >> (ready - LONG_BITS)) & 0xffff;
          const codes = index === 0 ? dc : ac;
          const entry = codes.short[next >> (LONG_BITS - SHORT_BITS)] || codes.all[next] || 0;
          if (entry === 0) {
            // Only padding can be left when nothing matches at the end of the data.
            corrupt = ready - ones >= LONG_BITS;
            break walking;
          }
          ready -= entry >> 8;
          if (ready < ones) break walking;
          const symbol = entry & 0xff;
          const size = index === 0 ? symbol : symbol & 15;
          if (size > LONG_BITS) {
            corrupt = true;
            break walking;
          }
          while (ready < size) {
            const byte = at < length ? (file[at] ?? 0) : 0xff;
            const isData = at < length && (byte !== 0xff || file[at + 1] === 0);
            bits = (bits << 8) | byte;
            if (isData) at += byte === 0xff ? 2 : 1;
            else ones += 8;
            ready += 8;
          }
          ready -= size;
          if (index === 0) index = 1;
          else if (size === 0 && symbol !== ZERO_RUN) break;
          else index += (symbol >> 4) + 1;
          if (index > 64) {
            corrupt = true;
            break walking;
          }
        }
        if (ready < ones) break walking;
      }
    }
    [offset, held, count, padded] = [at, bits, ready, ones];
    return whole;
  }

  return {
    go,
    isCorrupt: () => corrupt,
    restart() {
      [held, count, padded] = [0, 0, 0];
      while (file[offset] === 0xff && file[offset + 1] === 0xff) offset += 1;
      const isRestart = file[offset] === 0xff && ((file[offset + 1] ?? 0) & 0xf8) === 0xd0;
      if (isRestart) offset += 2;
      return isRestart;
    },
    markerOffset: () => offset,
  };
}

/** The blocks of one unit in their order, each with its tables. */
function blocksOfUnit(components: readonly JpegComponent[]): BlockKind[] {
  return components.flatMap(({ horizontal, vertical, dcTable, acTable }) => {
    const kind = { dc: withShort(dcTable), ac: withShort(acTable), runs: withRuns(acTable) };
    return Array.from({ length: horizontal * vertical }, () => kind);
  });
}

function withShort(all: Uint16Array): Codes {
  const short = Uint16Array.from({ length: 1 << SHORT_BITS }, (_, prefix) => {
    const entry = all[prefix << (LONG_BITS - SHORT_BITS)] ?? 0;
    return entry >> 8 <= SHORT_BITS ? entry : 0;
  });
  return { short, all };
}

/**
 * Values are of no interest to the walk, so that all the codes which lie whole within the bits ahead can be gone over at
 * once: most are short, and two to four of them are. 0 where not even one lies whole in them.
 */
function withRuns(all: Uint16Array): Uint16Array {
  return Uint16Array.from({ length: 1 << RUN_BITS }, (_, ahead) => {
    let [used, steps] = [0, 0];
    for (;;) {
      const entry = all[(ahead << (LONG_BITS - RUN_BITS + used)) & 0xffff] ?? 0;
      const [length, symbol] = [entry >> 8, entry & 0xff];
      const total = length + (symbol & 15);
      if (entry === 0 || used + total > RUN_BITS) break;
      if ((symbol & 15) === 0 && symbol !== ZERO_RUN)
        return (used + total) | (steps << RUN_STEP_SHIFT) | RUN_ENDS_BLOCK;
      const stepsAfter = steps + (symbol >> 4) + 1;
      if (stepsAfter > RUN_STEP_MASK) break;
      [used, steps] = [used + total, stepsAfter];
    }
    return used | (steps << RUN_STEP_SHIFT);
  });
}
