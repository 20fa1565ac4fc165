/** One look at a process after so many pages. */
export interface Look {
  readonly pages: number;
  readonly residentMb: number;
}

/** Of the looks, those at most a twentieth of `pages` away count as being at `pages`. */
const nearShare = 0.05;
/** Until then, what is loaded once is still being loaded. */
const warmUpShare = 0.2;

/** Mean memory in megabytes about the time when so many pages were read; NaN when nobody looked then. */
export function memoryAt(looks: readonly Look[], pages: number): number {
  const near = looks.filter((look) => Math.abs(look.pages - pages) <= pages * nearShare);
  return meanOf(near.map(({ residentMb }) => residentMb));
}

/** Growth in megabytes per thousand pages over the last four fifths of `pages`: the slope of the least squares' line. */
export function growthPerThousand(looks: readonly Look[], pages: number): number {
  const late = looks.filter((look) => look.pages >= pages * warmUpShare);
  const meanPages = meanOf(late.map((look) => look.pages));
  const meanMb = meanOf(late.map(({ residentMb }) => residentMb));
  const together = sumOf(late.map((look) => (look.pages - meanPages) * (look.residentMb - meanMb)));
  return (1000 * together) / sumOf(late.map((look) => (look.pages - meanPages) ** 2));
}

function meanOf(values: readonly number[]): number {
  return sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
