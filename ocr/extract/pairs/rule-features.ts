import type { Box } from '../../model/geometry.ts';
import type { LinedPage } from './lined-page.ts';

/** Farther than this many heights of a word a rule has nothing to do with a text. */
const farDown = 3;
const farAcross = 8;
const longest = 60;
/** Letters reach below rules that they stand on, and boxes above rules that they hang from, by this many heights. */
const sunk = 0.5;
const leastShare = 0.5;
/** A rule to write on begins at most this many heights before the end of its label, and ends this near its last line. */
const begun = 1;
const levelHeights = 0.8;
const farBehind = 12;

type RuledPage = Pick<LinedPage, 'rules' | 'wordHeight'>;

/**
 * How a text stands to the rules of its page, in heights of a word: what is filled in stands on rules and in boxes. One row of features:
 * the gap to the rule below, its length, how far left of the text it begins; the gap to the rule above and its length; the gaps to the
 * rules that run down on the left and on the right.
 */
export function besideRules(box: Box, { rules, wordHeight }: RuledPage): number[] {
  const [below, above] = [ruleBelow(box, rules.across, wordHeight), ruleAbove(box, rules.across, wordHeight)];
  return [
    below === undefined ? farDown + 1 : (below[1] - box[3]) / wordHeight,
    lengthOf(below, wordHeight),
    below === undefined ? 0 : Math.max(-farDown, Math.min(longest / 3, (box[0] - below[0]) / wordHeight)),
    above === undefined ? farDown + 1 : (box[1] - above[3]) / wordHeight,
    lengthOf(above, wordHeight),
    ...gapsAcross(box, rules.down, wordHeight),
  ];
}

/**
 * What rules make of two texts, the second right of the first or below it: whether they stand on one rule, how many rules run across
 * between them, whether one runs down between them, and whether one begins there that the second stands on.
 */
export function betweenRules(one: Box, other: Box, { rules, wordHeight }: RuledPage): number[] {
  const [under, next] = [ruleBelow(one, rules.across, wordHeight), ruleBelow(other, rules.across, wordHeight)];
  const [top, bottom] = [(one[1] + one[3]) / 2, (other[1] + other[3]) / 2];
  const across = rules.across.filter((rule) => {
    const y = (rule[1] + rule[3]) / 2;
    return y > top && y < bottom && (covers(rule, one) || covers(rule, other));
  });
  const down = rules.down.some(([x0, y0, x1, y1]) => {
    const x = (x0 + x1) / 2;
    return x > one[2] - sunk * wordHeight && x < other[0] + sunk * wordHeight && y0 < other[3] && y1 > other[1];
  });
  return [
    flag(under !== undefined && under === next),
    Math.min(3, across.length),
    flag(down),
    flag(next !== undefined && next !== under && next[0] > one[2] - wordHeight),
  ];
}

/** The rule to write on that begins behind a text, on its last line: the gap to it and its length, in heights of a word. */
export function ruleBehind([, , x1, y1]: Box, { rules, wordHeight }: RuledPage): number[] {
  let [gap, length] = [farBehind, 0];
  for (const [from, , to, bottom] of rules.across) {
    if (Math.abs(bottom - y1) > levelHeights * wordHeight || from < x1 - begun * wordHeight) continue;
    const off = (from - x1) / wordHeight;
    if (off < gap) [gap, length] = [off, Math.min(longest, (to - from) / wordHeight)];
  }
  return [gap, length];
}

function ruleBelow(box: Box, across: readonly Box[], wordHeight: number): Box | undefined {
  let best: Box | undefined;
  for (const rule of across) {
    if (rule[3] <= box[3] - sunk * wordHeight || rule[3] >= box[3] + farDown * wordHeight) continue;
    if ((best === undefined || rule[3] < best[3]) && covers(rule, box)) best = rule;
  }
  return best;
}

function ruleAbove(box: Box, across: readonly Box[], wordHeight: number): Box | undefined {
  let best: Box | undefined;
  for (const rule of across) {
    if (rule[1] >= box[1] + sunk * wordHeight || rule[1] <= box[1] - farDown * wordHeight) continue;
    if ((best === undefined || rule[1] > best[1]) && covers(rule, box)) best = rule;
  }
  return best;
}

/** Whether a rule runs along more than half of a box. */
function covers([from, , to]: Box, [x0, , x1]: Box): boolean {
  return Math.min(to, x1) - Math.max(from, x0) > leastShare * (x1 - x0);
}

function lengthOf(rule: Box | undefined, wordHeight: number): number {
  return rule === undefined ? 0 : Math.min(longest, (rule[2] - rule[0]) / wordHeight);
}

function gapsAcross([x0, y0, x1, y1]: Box, down: readonly Box[], wordHeight: number): [number, number] {
  const y = (y0 + y1) / 2;
  let [left, right] = [farAcross, farAcross];
  for (const [from, top, to, bottom] of down) {
    if (top >= y || bottom <= y) continue;
    const x = (from + to) / 2;
    if (x <= (x0 + x1) / 2) left = Math.min(left, (x0 - x) / wordHeight);
    else right = Math.min(right, (x - x1) / wordHeight);
  }
  return [left, right];
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
