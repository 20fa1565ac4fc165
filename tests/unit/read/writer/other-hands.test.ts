import { describe, expect, it } from 'vitest';
import {
  createLineWitness,
  joinEvidence,
  type LineEvidence,
} from '../../../../ocr/read/writer/other-hands/evidence.ts';
import { findOtherHands, isMostlyByPen } from '../../../../ocr/read/writer/other-hands/find.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';
import { type Look, seenText } from '../../../fixtures/read/seen-text.ts';

const crop = { data: new Uint8Array(4).fill(255), widthPx: 2, heightPx: 2 };
const byMachine = { isMachineMade: true, pitchMm: null, evenness: 1.45 };
const print: Look = { evenness: 1.45, heightMm: 2.8 };
const pen: Look = { evenness: 0.9, heightMm: 3.4, strokeMm: 0.6 };
const machines = ['Bianchi', 'Luigi', 'Perugia', 'Umbria'].map((text) => seenText(text, text, print));
const likePrint: LineEvidence = { print: 0.99, near: 0.99, hand: 0.6, isAlike: true };
const likeHands: LineEvidence = { print: 0.3, near: 0.3, hand: 0.95, isAlike: false };

/** A witness who says the same of all, and counts how often it was asked. */
function witnessOf(evidence: LineEvidence) {
  const witness = Object.assign(
    async () => {
      witness.asked += 1;
      return evidence;
    },
    { asked: 0 },
  );
  return witness;
}

describe('on a page that a machine filled in, a pen wrote', () => {
  it('what looks otherwise and networks for print cannot read', async () => {
    const seen = [...machines, seenText('date', '12 maggio', pen)];
    expect(await findOtherHands(seen, byMachine, witnessOf(likeHands))).toEqual(new Set(['date']));
  });

  it('not what these read as print, uneven as it is', async () => {
    const worn = seenText('worn', '12 maggio', { ...print, evenness: 1.2 });
    expect(await findOtherHands([...machines, worn], byMachine, witnessOf(likePrint))).toEqual(new Set());
  });

  it('nothing about which its look leaves no doubt, and nobody is asked', async () => {
    const witness = witnessOf(likeHands);
    expect(await findOtherHands(machines, byMachine, witness)).toEqual(new Set());
    expect(witness.asked).toBe(0);
  });

  it('in cells what is higher and less even than its other combs', async () => {
    const combs = ['RSSMRA80A01H501U', '12031980', '06121'].map((text) => seenText(text, text, print, 'comb'));
    const seen = [...machines, ...combs, seenText('date', '03092026', { ...pen, heightMm: 4 }, 'comb')];
    expect(await findOtherHands(seen, byMachine, witnessOf(likeHands))).toEqual(new Set(['date']));
  });

  it('sooner what looks somewhat otherwise where it surely wrote something else', async () => {
    const doubtful = seenText('doubtful', 'Roma', { evenness: 1.25, heightMm: 2.9, strokeMm: 0.45 });
    const witness = witnessOf({ print: 0.7, near: 0.8, hand: 0.85, isAlike: false });
    const alone = await findOtherHands([...machines, doubtful], byMachine, witness);
    const sure = seenText('sure', 'Via Garibaldi 12', { ...pen, evenness: 0.6 });
    const amongOthers = await findOtherHands([...machines, doubtful, sure], byMachine, witness);
    expect([...alone]).toEqual([]);
    expect([...amongOthers].toSorted()).toEqual(['doubtful', 'sure']);
  });
});

describe('a page is mostly by pen', () => {
  it('where more than half of its letters are', () => {
    const seen = [seenText('name', 'Bianchi', print), seenText('reason', 'Devo vendere la casa', pen)];
    expect(isMostlyByPen(seen, new Set(['reason']))).toBe(true);
    expect(isMostlyByPen(seen, new Set(['name']))).toBe(false);
    expect(isMostlyByPen([], new Set())).toBe(false);
  });
});

describe('nobody looks for a pen', () => {
  it('on a page that is by hand anyway', async () => {
    const page = { ...byMachine, isMachineMade: false };
    const seen = [...machines, seenText('date', '12 maggio', pen)];
    expect(await findOtherHands(seen, page, witnessOf(likeHands))).toEqual(new Set());
  });

  it('in a zone of which its layout says who fills it in', async () => {
    const { zone, content } = seenText('date', '12 maggio', pen);
    if (zone.kind !== 'text') throw new Error('no text zone');
    const seen = [...machines, { zone: { ...zone, hand: 'typed' as const }, content }];
    expect(await findOtherHands(seen, byMachine, witnessOf(likeHands))).toEqual(new Set());
  });
});

describe('what networks make of a line', () => {
  const open = (text: string, confidence: number) => async () => readerOf(lineReading(text, confidence));

  it('is told with whether both for print read the same letters', async () => {
    const alike = createLineWitness(open('A B', 0.9), open('AB', 0.8), open('AD', 0.7));
    expect(await alike(crop, 300)).toEqual({ print: 0.9, near: 0.8, hand: 0.7, isAlike: true });
    const differing = createLineWitness(open('AB', 0.9), open('AD', 0.8), open('AB', 0.7));
    expect((await differing(crop, 300)).isAlike).toBe(false);
  });

  it('is of several lines that of the least sure', () => {
    expect(joinEvidence([likePrint, likeHands])).toEqual({ print: 0.3, near: 0.3, hand: 0.6, isAlike: false });
  });
});
