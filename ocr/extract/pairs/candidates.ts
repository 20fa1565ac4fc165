import type { Candidate } from './features.ts';
import type { Segment } from './segments.ts';

/** A value stands at most this far right of its label, as a share of the page's width, with this many segments between. */
const farShare = 0.5;
const mostBetween = 3;
/** A column of values goes at most this many lines below its label; each may be this much further down than the last. */
const mostLinesDown = 12;
const mostGapHeights = 4;
const nearHeights = 12;
/** Something between the lines of a column, such as its unit, may stand this much beside it. */
const slackHeights = 1;

/** All pairs of segments that may be label and value: side by side on a line, or one below the other. */
export function findCandidates(
  lines: readonly (readonly Segment[])[],
  widthPx: number,
  lineHeight: number,
): Candidate[] {
  return lines.flatMap((line, row) =>
    line.flatMap((label, column) => [
      ...toTheRight(line, column, label, widthPx, lineHeight),
      ...below(lines, row, column, label, lineHeight),
    ]),
  );
}

function toTheRight(
  line: readonly Segment[],
  column: number,
  label: Segment,
  widthPx: number,
  lineHeight: number,
): Candidate[] {
  const near = line
    .slice(column + 1, column + 2 + mostBetween)
    .filter(({ box }) => box[0] - label.box[2] <= farShare * widthPx);
  return near.map((value, between) => ({
    label,
    value,
    side: 'right',
    between,
    linesApart: 0,
    ...standing(line, column, line, column + 1 + between, lineHeight),
  }));
}

function below(
  lines: readonly (readonly Segment[])[],
  row: number,
  column: number,
  label: Segment,
  lineHeight: number,
): Candidate[] {
  const found: Candidate[] = [];
  let bottom = label.box[3];
  for (let next = row + 1; next < Math.min(lines.length, row + 1 + mostLinesDown); next += 1) {
    const line = lines[next] ?? [];
    const place = line.findIndex((segment) => isInColumn(label, segment, lineHeight));
    const value = line[place];
    if (value === undefined) continue;
    if (value.box[1] - bottom > mostGapHeights * lineHeight) break;
    const between = found.length;
    const where = standing(lines[row] ?? [], column, line, place, lineHeight);
    found.push({ label, value, side: 'below', between, linesApart: next - row, ...where });
    bottom = value.box[3];
  }
  return found;
}

function standing(
  labelLine: readonly Segment[],
  labelPlace: number,
  valueLine: readonly Segment[],
  valuePlace: number,
  lineHeight: number,
) {
  const [label, right] = [labelLine[labelPlace], labelLine[labelPlace + 1]];
  return {
    labelLineCount: labelLine.length,
    valueLineCount: valueLine.length,
    labelHasLeft: labelPlace > 0,
    valueHasLeft: valuePlace > 0,
    labelHasRight: label !== undefined && right !== undefined && right.box[0] - label.box[2] < nearHeights * lineHeight,
  };
}

function isInColumn(label: Segment, segment: Segment, lineHeight: number): boolean {
  const slack = slackHeights * lineHeight;
  return segment.box[0] < label.box[2] + slack && segment.box[2] > label.box[0] - slack;
}
