import type { Box } from '../../model/geometry.ts';
import type { Word } from '../../model/reading.ts';

/** A stretch of a line as each of two readers reads it; what one passed over has no words of it. */
export interface Slot {
  readonly first: readonly Word[];
  readonly second: readonly Word[];
}

/** Words that share less than this of the narrower one are neighbours. */
const leastShare = 0.3;

/** Puts the words of two readers beside each other that stand at the same place of a line. From left to right. */
export function slotsOf(first: readonly Word[], second: readonly Word[]): Slot[] {
  const slots: { first: Word[]; second: Word[] }[] = [];
  for (const { word, reader } of inOrder(first, second)) {
    const slot = slots.findLast((candidate) =>
      candidate[reader === 'first' ? 'second' : 'first'].some((other) => isSamePlace(other.box, word.box)),
    );
    if (slot === undefined) slots.push({ first: [], second: [], [reader]: [word] });
    else slot[reader].push(word);
  }
  return mergeChained(slots);
}

function inOrder(first: readonly Word[], second: readonly Word[]) {
  return [
    ...first.map((word) => ({ word, reader: 'first' as const })),
    ...second.map((word) => ({ word, reader: 'second' as const })),
  ].toSorted((one, other) => one.word.box[0] - other.word.box[0]);
}

/** A word that reaches over two slots makes one of them. */
function mergeChained(slots: readonly Slot[]): Slot[] {
  const merged: Slot[] = [];
  for (const slot of slots) {
    const last = merged.at(-1);
    const isChained =
      last !== undefined &&
      (last.first.some((word) => slot.second.some((other) => isSamePlace(word.box, other.box))) ||
        last.second.some((word) => slot.first.some((other) => isSamePlace(word.box, other.box))));
    if (!isChained) merged.push(slot);
    else
      merged[merged.length - 1] = {
        first: [...last.first, ...slot.first],
        second: [...last.second, ...slot.second],
      };
  }
  return merged;
}

function isSamePlace([left, , right]: Box, [from, , to]: Box): boolean {
  const shared = Math.min(right, to) - Math.max(left, from);
  return shared > leastShare * Math.min(right - left, to - from);
}
