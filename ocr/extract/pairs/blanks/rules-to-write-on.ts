import type { Box } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { Rules } from '../../../model/rules.ts';

/** Lengths in heights of a word. */
const shortest = 2;
const bare = 1.5;
const bareUnderClear = 0.5;
const clearHeights = 0.1;
const levelHeights = 0.15;
const joinedGap = 1;
const cornerGap = 0.6;

/**
 * The rules of a page that there is to write on, from top to bottom: pieces of one rule put together, without those that end in a
 * corner as the walls of boxes and tables do.
 */
export function rulesToWriteOn({ across, down }: Rules, words: readonly Word[], wordHeight: number): Box[] {
  return joined(across, wordHeight)
    .filter((rule) => isBare(rule, words, wordHeight))
    .filter(([x0, , x1]) => x1 - x0 >= shortest * wordHeight)
    .filter((rule) => !down.some((wall) => isCorner(rule, wall, cornerGap * wordHeight)))
    .toSorted((one, other) => one[1] - other[1] || one[0] - other[0]);
}

/**
 * Whether enough of a rule lies under no word, less where the words over it stand clear of it. Feet of letters look like rules, and
 * underlined words stand on theirs from end to end.
 */
function isBare(rule: Box, words: readonly Word[], wordHeight: number): boolean {
  const [from, top, to, bottom] = rule;
  const over = words
    .map(({ box }) => box)
    .filter(([x0, y0, x1, y1]) => x0 < to && x1 > from && y0 < bottom && y1 > top - wordHeight);
  const clear = over.filter(([, , , y1]) => y1 <= top + clearHeights * wordHeight);
  const least = 2 * clear.length >= over.length ? bareUnderClear : bare;
  return bareLength(rule, over) >= least * wordHeight;
}

function bareLength([from, , to]: Box, over: readonly Box[]): number {
  const spans = over
    .map(([x0, , x1]) => [Math.max(from, x0), Math.min(to, x1)] as const)
    .toSorted(([one], [other]) => one - other);
  let [covered, end] = [0, from];
  for (const [x0, x1] of spans) {
    covered += Math.max(0, x1 - Math.max(x0, end));
    end = Math.max(end, x1);
  }
  return to - from - covered;
}

/** Writing and weak print break rules. */
function joined(across: readonly Box[], wordHeight: number): Box[] {
  const whole: Box[] = [];
  for (const rule of across.toSorted((one, other) => one[0] - other[0])) {
    const at = whole.findLastIndex(
      (before) =>
        Math.abs(middleOf(before) - middleOf(rule)) < levelHeights * wordHeight &&
        rule[0] - before[2] < joinedGap * wordHeight,
    );
    const before = whole[at];
    if (before === undefined) whole.push(rule);
    else
      whole[at] = [before[0], Math.min(before[1], rule[1]), Math.max(before[2], rule[2]), Math.max(before[3], rule[3])];
  }
  return whole;
}

function isCorner(rule: Box, [left, top, right, bottom]: Box, slackPx: number): boolean {
  const [x, y] = [(left + right) / 2, middleOf(rule)];
  const meets = y > top - slackPx && y < bottom + slackPx;
  return meets && (Math.abs(x - rule[0]) < slackPx || Math.abs(x - rule[2]) < slackPx);
}

function middleOf([, top, , bottom]: Box): number {
  return (top + bottom) / 2;
}
