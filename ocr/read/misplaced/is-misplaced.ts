import type { Zone } from '../../model/form.ts';
import type { SeenZone } from '../seen-zone.ts';

/** Of the texts of a page so many leave their zones where a machine wrote all of them beside their place. */
const leastLeaving = 3;
const leavingShare = 0.15;
/** So do the characters of so many of its combs leave the middle of their cells. */
const combShare = 0.5;

/**
 * Whether a machine may have written all of a page beside its place: many of its texts leave their zones, or its combs the middle
 * of their cells, or it has boxes to mark and none is marked.
 */
export function mayBeMisplaced(seen: readonly SeenZone[]): boolean {
  const texts = leavingOf(seen, 'text');
  if (texts.leaving >= leastLeaving && texts.leaving >= leavingShare * texts.written) return true;
  const combs = [leavingOf(seen, 'comb'), leavingOf(seen, 'date')];
  const [leaving, written] = [sum(combs.map((kind) => kind.leaving)), sum(combs.map((kind) => kind.written))];
  if (leaving > 0 && leaving >= combShare * written) return true;
  return texts.written + written > 0 && hasNoMark(seen);
}

function leavingOf(seen: readonly SeenZone[], kind: Zone['kind']): { leaving: number; written: number } {
  const texts = seen.flatMap(({ zone, content }) => (zone.kind === kind && 'lines' in content ? [content] : []));
  const leaving = texts.filter(({ leavesZone }) => leavesZone === true);
  const written = texts.filter(({ lines, leavesZone }) => lines.length > 0 || leavesZone === true);
  return { leaving: leaving.length, written: written.length };
}

function hasNoMark(seen: readonly SeenZone[]): boolean {
  const marks = seen.flatMap(({ content }) => ('kind' in content && content.kind === 'mark' ? [content] : []));
  return marks.length > 0 && marks.every(({ state }) => state !== 'marked');
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}
