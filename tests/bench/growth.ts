/** What one look at a process found after so many pages: megabytes of memory, open handles. */
export interface Look {
  readonly pages: number;
  readonly value: number;
}

/** Of the looks, those at most a twentieth of `pages` away count as being at `pages`. */
const nearShare = 0.05;
/** Until then, what is loaded once is still being loaded. */
const warmUpShare = 0.2;

/** Mean value about the time when so many pages were read; NaN when nobody looked then. */
export function valueAt(looks: readonly Look[], pages: number): number {
  const near = looks.filter((look) => Math.abs(look.pages - pages) <= pages * nearShare);
  return meanOf(near.map(({ value }) => value));
}

/** Growth of the value per thousand pages over the last four fifths of `pages`: the slope of the least squares' line. */
export function growthPerThousand(looks: readonly Look[], pages: number): number {
  const late = looks.filter((look) => look.pages >= pages * warmUpShare);
  const meanPages = meanOf(late.map((look) => look.pages));
  const meanValue = meanOf(late.map(({ value }) => value));
  const together = sumOf(late.map((look) => (look.pages - meanPages) * (look.value - meanValue)));
  return (1000 * together) / sumOf(late.map((look) => (look.pages - meanPages) ** 2));
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
