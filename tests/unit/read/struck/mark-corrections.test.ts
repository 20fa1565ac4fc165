import { expect, it } from 'vitest';
import type { Zone } from '../../../../ocr/model/form.ts';
import type { Box } from '../../../../ocr/model/geometry.ts';
import type { Component } from '../../../../ocr/read/ink/components.ts';
import { markCorrections } from '../../../../ocr/read/struck/mark-corrections.ts';
import type { StrikeLine } from '../../../../ocr/read/struck/strike-line.ts';
import type { PieceTrace } from '../../../../ocr/read/struck/traces.ts';
import { emptyZoneText, type ZoneText } from '../../../../ocr/read/zone-text.ts';

const rectMm = { x: 0, y: 0, width: 50, height: 8 };
const line: Zone = { id: 'line', field: '/line', kind: 'text', rectMm, hand: 'any', lines: 1 };
const comb: Zone = { id: 'comb', field: '/comb', kind: 'comb', rectMm, hand: 'any', cells: 5 };

function trace(part: Partial<PieceTrace>, box: Component['box'] = [0, 0, 20, 30]): PieceTrace {
  return {
    piece: { box, pixels: new Int32Array() },
    box,
    widthMm: 2,
    heightMm: 3,
    strokeMm: 0.5,
    line: () => null,
    encloses: () => false,
    ...part,
  };
}

const plain = Array.from({ length: 20 }, () => trace({}));

const through = (lengthMm: number, part: Partial<StrikeLine> = {}): StrikeLine => ({
  lengthMm,
  depth: 0.5,
  aloneShare: 0.5,
  ...part,
});

function content(traces: readonly PieceTrace[], rest?: ZoneText | null): ZoneText {
  const written = { ...emptyZoneText([0, 0, 100, 30]), confidence: 0.5, traces: () => traces };
  return rest === undefined ? written : { ...written, readRest: async () => rest };
}

async function struckIn(zone: Zone, own: ZoneText) {
  const page = { zone: { ...zone, id: 'other' }, content: content(plain) };
  const [, marked] = await markCorrections([page, { zone, content: own }], () => true);
  return marked?.content;
}

it('a field without traces of corrections stays as it was read', async () => {
  const own = content(plain);
  expect(await struckIn(line, own)).toBe(own);
});

it('of a line with a word that was struck out the rest is read', async () => {
  const rest = emptyZoneText([50, 0, 100, 30]);
  expect(await struckIn(line, content([trace({ widthMm: 10, line: () => through(9) })], rest))).toEqual({
    ...rest,
    struck: 'part',
  });
});

it('a line that is read as surely as print is not struck out, whatever runs through its letters', async () => {
  const own = { ...content([trace({ widthMm: 10, line: () => through(9) })], null), confidence: 0.95 };
  expect(await struckIn(line, own)).toBe(own);
});

it('where a text was read a line must run across the middle of its letters, and alone between them', async () => {
  const over = (confidence: number, part: Partial<StrikeLine>) => ({
    ...content([trace({ widthMm: 10, line: () => through(9, part) })], null),
    confidence,
  });
  expect(await struckIn(line, over(0.7, {}))).toMatchObject({ struck: 'all' });
  for (const part of [{ depth: 0.8 }, { depth: 0.3 }, { aloneShare: 0.1 }, { lengthMm: 6 }]) {
    expect(await struckIn(line, over(0.7, part))).not.toHaveProperty('struck');
    expect(await struckIn(line, over(0.5, part))).toMatchObject({ struck: 'all' });
  }
});

it('a line keeps its words where what remains would be torn ones, and is shown', async () => {
  const reading = (text: string) => [
    [...text].map((letter) => ({ text: letter, confidence: 1, box: [0, 0, 9, 9] as Box })),
  ];
  const rest = { ...emptyZoneText([0, 0, 100, 30]), lines: reading('Ber uda') };
  const own = { ...content([trace({ widthMm: 10, line: () => through(9) })], rest), lines: reading('Bermuda') };
  expect(await struckIn(line, own)).toEqual({ ...own, struck: 'part' });
});

it('an @ that touches its neighbours is no struck word', async () => {
  const box: Component['box'] = [0, 0, 20, 30];
  const mail = (widthMm: number) => ({
    ...content([trace({ widthMm, line: () => through(5) })], null),
    lines: [[{ text: '@', confidence: 1, box }]],
  });
  expect(await struckIn(line, mail(5.2))).not.toHaveProperty('struck');
  expect(await struckIn(line, mail(9))).toMatchObject({ struck: 'all' });
});

it('a line that was struck out as a whole is told so', async () => {
  expect(await struckIn(line, content([trace({ widthMm: 10, line: () => through(9) })], null))).toMatchObject({
    struck: 'all',
  });
});

it('a letter that was written over is told, in a line and in cells', async () => {
  const over = content([...plain, trace({ strokeMm: 0.8 })]);
  expect(await struckIn(line, over)).toMatchObject({ struck: 'part' });
  expect(await struckIn(comb, over)).toMatchObject({ struck: 'part' });
});

it('the corners of an M are thicker than its pen', async () => {
  const box: Component['box'] = [30, 0, 50, 30];
  const of = (strokeMm: number, text: string) => ({
    ...content([...plain, trace({ strokeMm }, box)]),
    lines: [[{ text, confidence: 1, box }]],
  });
  expect(await struckIn(comb, of(0.8, 'O'))).toMatchObject({ struck: 'part' });
  expect(await struckIn(comb, of(0.8, 'M'))).not.toHaveProperty('struck');
  expect(await struckIn(comb, of(1, 'M'))).toMatchObject({ struck: 'part' });
});

it('a letter struck over another encloses more than letters do, but for an @', async () => {
  const tangled = content([...plain, trace({ encloses: () => true })]);
  expect(await struckIn(line, tangled)).toMatchObject({ struck: 'part' });
  const box: Component['box'] = [90, 0, 99, 30];
  const mail = { ...tangled, lines: [[{ text: '@', confidence: 1, box }]] };
  expect(await struckIn(line, mail)).not.toHaveProperty('struck');
});

it('cells are struck out as a whole where the line runs through most of them', async () => {
  expect(await struckIn(comb, content([trace({ widthMm: 10, line: () => through(4) })]))).toMatchObject({
    struck: 'part',
  });
  expect(await struckIn(comb, content([trace({ widthMm: 10, line: () => through(9) }, [0, 0, 80, 30])]))).toMatchObject(
    {
      struck: 'all',
    },
  );
});

it('a letter of a machine that goes beyond its cell hangs on a stroke, and one of a hand on its neighbour', async () => {
  const wide = content([...plain, trace({ widthMm: 4.5 })]);
  expect(await struckIn(comb, wide)).toMatchObject({ struck: 'part' });
  expect(await struckIn(line, wide)).toBe(wide);
  const [marked] = await markCorrections([{ zone: comb, content: wide }], () => false);
  expect(marked?.content).toBe(wide);
});
