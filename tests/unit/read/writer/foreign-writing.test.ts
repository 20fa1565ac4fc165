import { describe, expect, it } from 'vitest';
import { findForeignWriting } from '../../../../ocr/read/writer/foreign-writing.ts';
import { type Look, seenText } from '../../../fixtures/read/seen-text.ts';

const nothing: ReadonlySet<string> = new Set();
const print: Look = { evenness: 1.45, heightMm: 2.8 };
const lines = ['Bianchi', 'Luigi', 'Perugia', 'Umbria'].map((text) => seenText(text, text, print));
const combs = ['RSSMRA80A01H501U', '12031980'].map((text) => seenText(text, text, print, 'comb'));

describe('beside what a machine wrote somebody else did', () => {
  it('where letters are higher than its own, as those of a note, or a ring is', () => {
    const ringed = seenText('ringed', 'Comune', { ...print, heightMm: 6 });
    expect(findForeignWriting([...lines, ringed], nothing)).toEqual(new Set(['ringed']));
  });

  it('where something reaches further below the line than letters do', () => {
    const noted = seenText('noted', 'Comune M', { ...print, deepestMm: 1.5 });
    const withTail = seenText('with tail', 'Perugia', { ...print, deepestMm: 0.8 });
    expect(findForeignWriting([...lines, noted, withTail], nothing)).toEqual(new Set(['noted']));
  });

  it('in the cells of a comb where a letter is higher than those of the page, but for letters with tails', () => {
    const written = seenText('written over', '16447', { ...print, firstMm: 4.2 }, 'comb');
    const tailed = seenText('tailed', 'QJ', { ...print, heightMm: 4.2 }, 'comb');
    expect(findForeignWriting([...combs, written, tailed], nothing)).toEqual(new Set(['written over']));
  });

  it('in a comb by pen where some letters are much higher than others, as where a machine wrote them', () => {
    const even = seenText('even', '16121', { ...print, heightMm: 4 }, 'comb');
    const over = seenText('over', '16121', { ...print, heightMm: 4, firstMm: 2.8 }, 'comb');
    expect(findForeignWriting([...combs, even, over], new Set(['even', 'over']))).toEqual(new Set(['over']));
  });

  it('but not in a zone that its layout leaves to hands', () => {
    const { zone, content } = seenText('block', '12031980', { ...print, heightMm: 4.5 }, 'comb');
    if (zone.kind !== 'comb') throw new Error('no comb');
    const forHands = { zone: { ...zone, hand: 'block' as const }, content };
    expect(findForeignWriting([...combs, forHands], nothing)).toEqual(new Set());
  });

  it('but nowhere on a page without a note', () => {
    expect(findForeignWriting([...lines, ...combs], nothing)).toEqual(new Set());
    expect(findForeignWriting([], nothing)).toEqual(new Set());
  });
});
