import type { Segment } from './segments.ts';

/** Two segments that may be a label and its value, and how they stand to each other. */
export interface Candidate {
  readonly label: Segment;
  readonly value: Segment;
  readonly side: 'right' | 'below';
  /** How many segments stand between them, in the line or in the column. */
  readonly between: number;
  /** How many lines lie between them. */
  readonly linesApart: number;
  /** Segments in the line of the label and in that of the value. */
  readonly labelLineCount: number;
  readonly valueLineCount: number;
  /** Whether something stands left of the label, and of the value. */
  readonly labelHasLeft: boolean;
  readonly valueHasLeft: boolean;
  /** Whether something stands right beside the label, near enough to be its value. */
  readonly labelHasRight: boolean;
}

const mostGapHeights = 30;
const mostWords = 8;

/**
 * What tells labels with values from other neighbours, one number a feature, as `pairWeights` were fitted to them. Lengths
 * are in heights of the page's lines, so that resolution does not matter.
 */
export function pairFeatures(candidate: Candidate, lineHeight: number): number[] {
  const { label, value, side, between, linesApart } = candidate;
  const below = flag(side === 'below');
  const right = 1 - below;
  const acrossGap = Math.min(mostGapHeights, Math.max(0, value.box[0] - label.box[2]) / lineHeight);
  const downGap = Math.min(mostGapHeights, Math.max(0, value.box[1] - label.box[3]) / lineHeight);
  const leftShift = Math.min(5, Math.abs(value.box[0] - label.box[0]) / lineHeight);
  const middleShift = Math.min(5, Math.abs(middle(value) - middle(label)) / lineHeight);
  const heights = Math.log((value.box[3] - value.box[1]) / Math.max(1, label.box[3] - label.box[1]));
  const labelText = textFeatures(label);
  const valueText = textFeatures(value);
  return [
    below,
    right * between,
    below * between,
    right * Math.log1p(acrossGap),
    below * Math.log1p(downGap),
    below * flag(linesApart > 1),
    below * leftShift,
    below * Math.min(leftShift, middleShift),
    Math.abs(heights),
    ...labelText,
    ...valueText,
    below * endsWithColon(label),
    right * endsWithColon(label),
    below * flag(candidate.labelHasRight),
    flag(candidate.labelHasLeft),
    right * flag(candidate.valueHasLeft),
    below * flag(candidate.valueHasLeft),
    right * Math.min(6, candidate.labelLineCount),
    below * Math.min(6, candidate.labelLineCount),
    below * flag(candidate.labelLineCount === candidate.valueLineCount),
    below * Math.min(6, candidate.valueLineCount),
    flag(side === 'below' && between === 0 && !candidate.labelHasRight) * endsWithColon(label),
  ];
}

function textFeatures(segment: Segment): number[] {
  const { text, words } = segment;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const length = Math.max(1, text.replaceAll(' ', '').length);
  const letters = count(/\p{L}/gu);
  return [
    endsWithColon(segment),
    Math.min(mostWords, words.length),
    flag(words.length > mostWords),
    letters / length,
    count(/\p{N}/gu) / length,
    letters === 0 ? 0 : count(/\p{Lu}/gu) / letters,
    flag(/^\p{Lu}/u.test(text)),
    flag(length <= 2),
    flag(/[.,;]$/.test(text)),
    flag(/[#?)]$/.test(text)),
  ];
}

function endsWithColon({ text }: Segment): number {
  return flag(/[:;]\s*$/.test(text));
}

function middle({ box }: Segment): number {
  return (box[0] + box[2]) / 2;
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
