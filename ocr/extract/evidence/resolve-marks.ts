import type { ZoneReading } from '../../model/reading.ts';

type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;

/** What the boxes of one question mean together. Indices are those of the boxes. */
export interface ResolvedMarks {
  /** The boxes that are meant, as far as can be told. */
  readonly marked: readonly number[];
  /** `several`: more marks than may be. `unclear`: the best guess, for a person to confirm. */
  readonly doubt: 'several' | 'unclear' | null;
  /** Boxes that may be meant as well, or instead. */
  readonly possible: readonly number[];
}

/** A mark that was scribbled out has at least this much ink, and this many times as much as the one that replaces it. */
const cancelled = { inkShare: 0.45, ratio: 1.5 };
/** Where several may be marked, bold crosses of typewriters beside thin ones have up to 0.5 and mean what they say. */
const leastCancelledOfMany = 0.55;
/** Less ink than this beside a heavily crossed box is the tail of that one's mark, and replaces nothing. */
const tailShare = 0.12;

/**
 * Resolves the boxes of one question. Marks in boxes count before any beside them. Where one may be marked and two are, and one
 * of these is inked far more than the other, it was scribbled out. Only what is plain comes without doubt: everything that was
 * guessed goes to a person with the guess.
 */
export function resolveMarks(boxes: readonly MarkReading[], oneOf: boolean): ResolvedMarks {
  const sure = indicesOf(boxes, ['stroke', 'solid']);
  if (!oneOf) return resolveAny(boxes, sure);
  if (sure.length === 0) return guess(boxes);
  return sure.length === 1 ? resolveOne(boxes, sure) : resolveSeveral(boxes, sure);
}

/** Several may be marked: a hint of a mark beside others is probably one too. */
function resolveAny(boxes: readonly MarkReading[], sure: readonly number[]): ResolvedMarks {
  const hinted = indicesOf(boxes, ['faint', 'around', 'beside']);
  const unseen = indicesOf(boxes, ['unseen']);
  const cancelled = sure.filter(
    (index) => inkOf(boxes, index) >= leastCancelledOfMany && isScribbledOut(boxes, index, sure),
  );
  const marked = [...sure, ...hinted].toSorted((one, other) => one - other);
  const isPlain = hinted.length + unseen.length + cancelled.length === 0;
  return { marked, doubt: isPlain ? null : 'unclear', possible: unseen };
}

/** No box has a mark in it: a single ring, faint stroke or stroke beside one is probably meant. */
function guess(boxes: readonly MarkReading[]): ResolvedMarks {
  const all = indicesOf(boxes, ['faint', 'around', 'unseen', 'beside']);
  const inked = indicesOf(boxes, ['faint', 'around']);
  const likely = inked.length > 0 ? inked : indicesOf(boxes, ['beside']);
  const marked = likely.length === 1 ? likely : [];
  return { marked, doubt: all.length > 0 ? 'unclear' : null, possible: all.filter((index) => !marked.includes(index)) };
}

/** One box has a mark in it. Ink over most of it may be a mark scribbled out, when another box has a hint of one. */
function resolveOne(boxes: readonly MarkReading[], sure: readonly number[]): ResolvedMarks {
  const faint = indicesOf(boxes, ['faint', 'around']);
  // Crumbs without a stroke are dust where another box is marked.
  const hinted = faint.filter((index) => boxes[index]?.manner === 'around' || inkOf(boxes, index) > 0);
  const beside = indicesOf(boxes, ['beside']);
  const isSolid = sure.some((index) => boxes[index]?.manner === 'solid');
  const isHeavy = isSolid || sure.some((index) => inkOf(boxes, index) >= cancelled.inkShare);
  if (isHeavy && hinted.length + beside.length > 0) {
    // A ring says more than ink that may have come from elsewhere.
    const [other, another] = hinted.length > 0 ? hinted : beside;
    const replaced = other !== undefined && another === undefined;
    return chosen(replaced ? [other] : sure, [...sure, ...hinted, ...beside]);
  }
  // Where the one mark may be scribbled out, the stroke that replaced it may have left crumbs, or faded with its frame.
  if (isSolid) return chosen(sure, [...sure, ...faint, ...indicesOf(boxes, ['unseen'])]);
  // Beside a plain mark faded frames speak against nothing: they make the field less sure.
  return chosen(sure, [...sure, ...hinted]);
}

function resolveSeveral(boxes: readonly MarkReading[], sure: readonly number[]): ResolvedMarks {
  const standing = sure.filter((index) => !isScribbledOut(boxes, index, sure));
  const strong = standing.filter((index) => inkOf(boxes, index) >= tailShare);
  const heavy = sure.filter((index) => !standing.includes(index) && boxes[index]?.manner === 'stroke');
  const left = strong.length === 0 && heavy.length > 0 ? heavy : standing;
  if (left.length === 1) return chosen(left, sure);
  const lighter =
    sure.length === 2 && left.some((index) => boxes[index]?.manner === 'solid') ? lightest(boxes, left) : [];
  return lighter.length === 1 ? chosen(lighter, sure) : { marked: [], doubt: 'several', possible: sure };
}

/** Of marks of which one is inked all over those with the least ink: whoever scribbles a mark out puts more over it. */
function lightest(boxes: readonly MarkReading[], marks: readonly number[]): number[] {
  const least = Math.min(...marks.map((index) => inkOf(boxes, index)));
  return marks.filter((index) => inkOf(boxes, index) === least);
}

/** The chosen boxes, in doubt where others were considered too. */
function chosen(marked: readonly number[], considered: readonly number[]): ResolvedMarks {
  const possible = considered.filter((index) => !marked.includes(index));
  return { marked, doubt: possible.length > 0 ? 'unclear' : null, possible };
}

/** Whether a marked box has so much more ink than another marked one that it was scribbled out. */
function isScribbledOut(boxes: readonly MarkReading[], index: number, sure: readonly number[]): boolean {
  const least = Math.min(...sure.map((other) => inkOf(boxes, other)));
  const own = inkOf(boxes, index);
  return own >= cancelled.inkShare && own >= cancelled.ratio * least;
}

function inkOf(boxes: readonly MarkReading[], index: number): number {
  return boxes[index]?.inkShare ?? 0;
}

function indicesOf(boxes: readonly MarkReading[], manners: readonly MarkReading['manner'][]): number[] {
  return boxes.flatMap(({ manner }, index) => (manners.includes(manner) ? [index] : []));
}
