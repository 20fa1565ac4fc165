import type { LinedPage } from './lined-page.ts';
import type { Segment } from './segments.ts';

/** Two texts that may be a label and its value. */
export interface Candidate {
  readonly label: Segment;
  readonly value: Segment;
  readonly side: 'right' | 'below';
  /** What stands between them, in the line or in the column. */
  readonly between: readonly Segment[];
}

/** A value stands at most this far right of its label, as a share of the page's width, with this many texts between. */
const farShare = 0.6;
const mostBetween = 6;
/** A column of values goes at most this many lines below its label. */
const mostDown = 16;
const mostGapHeights = 12;
/** Something between the lines of a column, such as its unit, may stand this much beside it. */
const slackHeights = 1;
const levelShare = 0.4;

/** All pairs of texts that may be label and value: side by side, or one below the other. */
export function findCandidates(segments: readonly Segment[], { widthPx, wordHeight }: LinedPage): Candidate[] {
  return segments.flatMap((label) => [
    ...toTheRight(label, segments, farShare * widthPx),
    ...below(label, segments, wordHeight),
  ]);
}

function toTheRight(label: Segment, segments: readonly Segment[], farPx: number): Candidate[] {
  const beside = segments
    .filter((other) => other !== label && isLevel(label, other) && middle(other) > label.box[2])
    .toSorted((one, other) => one.box[0] - other.box[0]);
  return beside
    .slice(0, 1 + mostBetween)
    .filter(({ box }) => box[0] - label.box[2] <= farPx)
    .map((value, place): Candidate => ({ label, value, side: 'right', between: beside.slice(0, place) }));
}

function below(label: Segment, segments: readonly Segment[], wordHeight: number): Candidate[] {
  const slack = slackHeights * wordHeight;
  const column = segments
    .filter(({ box }) => box[0] < label.box[2] + slack && box[2] > label.box[0] - slack && isUnder(label.box[3], box))
    .toSorted((one, other) => one.box[1] - other.box[1]);
  const found: Candidate[] = [];
  let bottom = label.box[3];
  for (const [place, value] of column.slice(0, mostDown).entries()) {
    if (value.box[1] - bottom > mostGapHeights * wordHeight) break;
    const between = column.slice(0, place).filter(({ box }) => isUnder(box[3], value.box));
    found.push({ label, value, side: 'below', between });
    bottom = Math.max(bottom, value.box[3]);
  }
  return found;
}

/** A text that begins lower than the middle of another's last line stands under it. */
function isUnder(bottom: number, [, top, , end]: Segment['box']): boolean {
  return top > bottom - 0.3 * Math.max(0, end - top) && end > bottom;
}

function isLevel({ box: one }: Segment, { box: other }: Segment): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return shared > levelShare * Math.min(one[3] - one[1], other[3] - other[1]);
}

function middle({ box }: Segment): number {
  return (box[0] + box[2]) / 2;
}
