import { describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import type { Pair, TickBox } from '../../../ocr/model/reading.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { labelForm, unregisteredPage } from '../../fixtures/extract/label-form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

type Tick = readonly [string, TickBox['state']];

/** Tick boxes of one question, one below the other. */
function ticked(group: number, question: string | null, ...ticks: readonly Tick[]): Pair[] {
  return ticks.map(([text, state], row) => ({
    label: { text, box: [150, 100 + 50 * row, 500, 140 + 50 * row] },
    value: { text: String(state !== 'empty'), box: [100, 100 + 50 * row, 140, 140 + 50 * row] },
    confidence: 0.9,
    option: { group, question, state },
  }));
}

/** One row of a table. */
function rowOf(row: number, cells: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(cells).map(([head, text], column) => ({
    label: { text: head, box: [300 * column, 100, 300 * column + 200, 140] },
    value: { text, box: [300 * column, 150 + 50 * row, 300 * column + 200, 190 + 50 * row] },
    confidence: 0.9,
    cell: { table: 0, row },
  }));
}

const extract = (...pairs: readonly Pair[]) => extractFields(labelForm, [unregisteredPage(pairs)], tables, calibration);

describe('tick boxes of a form without a layout', () => {
  it('give the code whose title stands beside the marked one, with or without the question', () => {
    const both: Tick[] = [
      ['Ritiro allo sportello', 'empty'],
      ['Per posta', 'marked'],
    ];
    const field = { value: 'posta', raw: 'true', status: 'doubtful', reason: 'found-by-label' };
    expect(extract(...ticked(0, 'Modalità', ...both))['/modalita']).toMatchObject(field);
    expect(extract(...ticked(0, null, ...both))['/modalita']).toMatchObject(field);
  });

  it('are of no field where their texts are of other codes', () => {
    const fields = extract(...ticked(0, null, ['Maschio', 'marked'], ['Femmina', 'empty']));
    expect(fields['/modalita']).toMatchObject({ value: null, reason: 'not-read' });
  });

  it('leave the choice to a person where two are marked, and tell an unclear mark', () => {
    const [counter, post] = ['Ritiro allo sportello', 'Per posta'];
    expect(extract(...ticked(0, null, [counter, 'marked'], [post, 'marked']))['/modalita']).toMatchObject({
      value: null,
      reason: 'several-marks',
      candidates: ['ritiro', 'posta'],
    });
    expect(extract(...ticked(0, null, [counter, 'unclear'], [post, 'empty']))['/modalita']).toMatchObject({
      value: 'ritiro',
      reason: 'unclear-mark',
    });
  });

  it('answer yes or no beside the title of the field, or to its question', () => {
    expect(extract(...ticked(0, null, ['Firma', 'marked']))['/firma']).toMatchObject({ value: true });
    expect(extract(...ticked(0, 'Firma', ['Sì', 'empty'], ['No', 'marked']))['/firma']).toMatchObject({ value: false });
  });

  it('are no texts', () => {
    expect(extract(...ticked(0, null, ['Cognome', 'marked']))['/richiedente/cognome']).toMatchObject({ value: null });
  });
});

describe('tables of a form without a layout', () => {
  const rows = [
    ...rowOf(0, { Surname: 'Rossi', Nome: 'Anna', Note: 'x' }),
    ...rowOf(2, { Surname: 'Bianchi', Nome: 'Ugo' }),
  ];

  it('fill the repeating part whose members name their columns, row by row', () => {
    const fields = extract(...rows);
    expect(
      Object.entries(fields).flatMap(([pointer, { value }]) =>
        pointer.startsWith('/familiari') ? [[pointer, value]] : [],
      ),
    ).toEqual([
      ['/familiari/0/cognome', 'Rossi'],
      ['/familiari/0/nome', 'Anna'],
      ['/familiari/1/cognome', 'Bianchi'],
      ['/familiari/1/nome', 'Ugo'],
    ]);
    expect(fields['/familiari/0/cognome']).toMatchObject({ status: 'doubtful', reason: 'found-by-label' });
    expect(fields['/richiedente/cognome']).toMatchObject({ value: null });
  });

  it('go on from page to page', () => {
    const pages = [unregisteredPage(rowOf(0, { Cognome: 'Rossi', Nome: 'Anna' }))];
    pages.push(unregisteredPage(rowOf(0, { Cognome: 'Bianchi', Nome: 'Ugo' })));
    expect(extractFields(labelForm, pages, tables, calibration)['/familiari/1/nome']).toMatchObject({
      value: 'Ugo',
      page: 1,
    });
  });

  it('fill nothing where too few columns are named', () => {
    const fields = extract(...rowOf(0, { Cognome: 'Rossi', Note: 'x' }));
    expect(Object.keys(fields).filter((pointer) => pointer.startsWith('/familiari'))).toEqual([]);
  });
});
