/** The rows of a mask, or its columns, one after the other: ink is 1. */
export interface Strip {
  readonly data: Uint8Array;
  /** How many rows there are, and how many pixels in each. */
  readonly count: number;
  readonly length: number;
}

export interface RunLimits {
  readonly leastPx: number;
  readonly gapPx: number;
  readonly thickPx: number;
}

/** Rows `first` to `end`, pixels `from` to `to`, ends not included. */
export interface Stroke {
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Long runs of ink, put together with those that touch them in the next rows, as far as they are thin. */
export function growRuns(strip: Strip, limits: RunLimits): Stroke[] {
  let open: Stroke[] = [];
  const closed: Stroke[] = [];
  for (let row = 0; row < strip.count; row += 1) {
    const grown: Stroke[] = [];
    for (const [from, to] of runsOf(strip, row, limits)) {
      const touched = open.filter((stroke) => stroke.from < to + limits.gapPx && stroke.to > from - limits.gapPx);
      open = open.filter((stroke) => !touched.includes(stroke));
      grown.push({
        first: Math.min(row, ...touched.map(({ first }) => first)),
        end: row + 1,
        from: Math.min(from, ...touched.map((stroke) => stroke.from)),
        to: Math.max(to, ...touched.map((stroke) => stroke.to)),
      });
    }
    closed.push(...open.filter(({ end }) => end < row));
    open = [...open.filter(({ end }) => end >= row), ...grown];
  }
  return [...closed, ...open].filter(({ first, end }) => end - first <= limits.thickPx);
}

/** The columns of a mask as rows. Most of a page is paper: ink alone is moved. */
export function turned({ data, count, length }: Strip): Strip {
  const columns = new Uint8Array(data.length);
  for (let at = data.indexOf(1); at >= 0; at = data.indexOf(1, at + 1)) {
    const x = at % length;
    columns[x * count + (at - x) / length] = 1;
  }
  return { data: columns, count: length, length: count };
}

/** The runs of one row that are long enough; breaks of up to `gapPx` do not end them. */
function runsOf({ data, length }: Strip, row: number, { leastPx, gapPx }: RunLimits): [from: number, to: number][] {
  const pixels = data.subarray(row * length, (row + 1) * length);
  const runs: [number, number][] = [];
  let start = pixels.indexOf(1);
  let last = start;
  for (let at = start; at >= 0; at = pixels[at + 1] === 1 ? at + 1 : pixels.indexOf(1, at + 1)) {
    if (at - last > gapPx + 1) {
      if (last - start >= leastPx) runs.push([start, last + 1]);
      start = at;
    }
    last = at;
  }
  if (start >= 0 && last - start >= leastPx) runs.push([start, last + 1]);
  return runs;
}
