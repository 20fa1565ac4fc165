import type { Box } from '../../model/geometry.ts';
import type { Component } from '../ink/components.ts';

/** A piece of ink of a letter's size in or beside a zone. */
export interface Letter {
  readonly piece: Component;
  /** The zone it stands in: 0 the one that is read, from 1 on others; null where it stands in none. */
  readonly zone: number | null;
}

export interface Settled {
  readonly own: ReadonlySet<Component>;
  /** Whose some of the letters are is not certain. */
  readonly isContested: boolean;
}

/** Of the lower of two letters of a line this share is level with the other. */
const levelShare = 0.5;
/** No larger gap parts two letters of a word: so many times the usual one, but at least and at most so many millimetres. */
const letterGap = { times: 1.6, leastMm: 0.9, mostMm: 1.8 } as const;
/** Nor two words, in heights of a letter. */
const wordGapHeights = 1.8;

/**
 * Tells which letters are of a zone's own writing. What stands at the usual gaps is one word, and a word is the zone's in which
 * most of its ink lies. Behind a blank, words that stand in no zone go on with it.
 */
export function settleOwners(letters: readonly Letter[], pxPerMm: number): Settled {
  const inside = letters.filter(({ zone }) => zone === 0);
  const own = new Set<Component>();
  let isContested = false;
  const free: Letter[][] = [];
  for (const word of wordsOf(letters, usualReach(inside, pxPerMm))) {
    if (word.every(({ zone }) => zone === null)) free.push(word);
    if (!word.some(({ zone }) => zone === 0)) continue;
    isContested ||= word.some(({ zone }) => zone !== null && zone > 0);
    if (ownerOf(word) === 0) for (const { piece } of word) own.add(piece);
  }
  const followed = followWords(own, free, wordGapHeights * middleHeight(inside.map(({ piece }) => piece)));
  return { own, isContested: isContested || followed };
}

/** Joins words of no zone to those they stand behind or before; true where there is one. */
function followWords(own: Set<Component>, free: readonly Letter[][], reachPx: number): boolean {
  let left = free;
  for (;;) {
    const next = left.find((word) => word.some(({ piece }) => [...own].some((other) => isNext(piece, other, reachPx))));
    if (next === undefined) return left !== free;
    for (const { piece } of next) own.add(piece);
    left = left.filter((word) => word !== next);
  }
}

/** The zone in which most of a word's ink lies. */
function ownerOf(word: readonly Letter[]): number | null {
  const inks = new Map<number, number>();
  for (const { piece, zone } of word) if (zone !== null) inks.set(zone, (inks.get(zone) ?? 0) + piece.pixels.length);
  const [most] = [...inks].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}

/** Letters in groups that hang together by gaps of at most `reachPx`. */
function wordsOf(letters: readonly Letter[], reachPx: number): Letter[][] {
  const left = new Set(letters);
  const words: Letter[][] = [];
  for (const first of letters) {
    if (!left.delete(first)) continue;
    const word = [first];
    for (const member of word) {
      for (const other of left) {
        if (!isNext(member.piece, other.piece, reachPx)) continue;
        left.delete(other);
        word.push(other);
      }
    }
    words.push(word);
  }
  return words;
}

/** How far a letter may stand from the next one of its word. */
function usualReach(letters: readonly Letter[], pxPerMm: number): number {
  const boxes = letters.map(({ piece }) => piece.box).toSorted((one, other) => one[0] - other[0]);
  const gaps = boxes.slice(1).flatMap((box, index) => {
    const before = boxes[index];
    return before === undefined || !areLevel(before, box) ? [] : [Math.max(0, box[0] - before[2])];
  });
  const usual = letterGap.times * median(gaps);
  return Math.min(letterGap.mostMm * pxPerMm, Math.max(letterGap.leastMm * pxPerMm, usual));
}

function isNext(one: Component, other: Component, reachPx: number): boolean {
  const gap = Math.max(one.box[0] - other.box[2], other.box[0] - one.box[2]);
  return gap <= reachPx && areLevel(one.box, other.box);
}

/** Whether two boxes stand on one line: half of the lower one is level with the other. */
export function areLevel(one: Box, other: Box): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  return shared >= levelShare * Math.min(one[3] - one[1], other[3] - other[1]);
}

/** The middle one of the heights of some pieces, in pixels; 0 where there are none. */
export function middleHeight(pieces: readonly Component[]): number {
  return median(pieces.map(({ box }) => box[3] - box[1]));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
