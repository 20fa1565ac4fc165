import type { Hand } from '../../../ocr/model/form.ts';
import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Sheet } from './sheet.ts';
import { lengths, lineGreys, textStyles } from './style.ts';

/** What is printed in one cell of a form and what is to be written there. `share` is its part of the row's width. */
export type Cell = { readonly share: number; readonly label: string } & (
  | {
      readonly kind: 'line';
      readonly field: string;
      readonly lines?: number;
      readonly charset?: string;
      readonly pattern?: string;
    }
  | {
      readonly kind: 'comb';
      readonly field: string;
      readonly cells: number;
      readonly charset?: string;
      readonly pattern?: string;
    }
  | { readonly kind: 'date'; readonly field: string }
  | { readonly kind: 'choice'; readonly field: string; readonly columns?: number; readonly options: readonly Option[] }
  | { readonly kind: 'signature'; readonly field: string }
);

export interface Option {
  /** `true` for a yes box, a code for one of several. */
  readonly value: true | string;
  readonly text: string;
}

const hand: Hand = 'any';

/** Height that a cell needs, in millimetres. */
export function cellHeight(cell: Cell): number {
  if (cell.kind === 'choice') {
    const rows = Math.ceil(cell.options.length / (cell.columns ?? 1));
    return lengths.writingTop + 1.2 + rows * lengths.optionPitch;
  }
  if (cell.kind === 'line' && (cell.lines ?? 1) > 1) return lengths.writingTop + (cell.lines ?? 1) * lengths.linePitch;
  if (cell.kind === 'signature') return 17;
  return lengths.writingTop + lengths.combHeight + 1.6;
}

/** Draws a cell's label and writing place inside its rectangle and records its zones. */
export function drawCell(sheet: Sheet, cell: Cell, rect: RectMm): void {
  sheet.text(cell.label, rect.x + lengths.cellPadding, rect.y + lengths.labelBaseline, textStyles.label);
  switch (cell.kind) {
    case 'line':
      drawLines(sheet, cell, rect);
      break;
    case 'comb':
    case 'date':
      drawComb(sheet, cell, rect);
      break;
    case 'choice':
      drawChoice(sheet, cell, rect);
      break;
    case 'signature':
      sheet.zone({ id: zoneId(cell.field), field: cell.field, kind: 'signature' }, writingRect(rect));
      break;
  }
}

function drawLines(sheet: Sheet, cell: Cell & { kind: 'line' }, rect: RectMm): void {
  const { field, lines = 1 } = cell;
  for (let line = 1; line < lines; line += 1) {
    const y = rect.y + lengths.writingTop + line * lengths.linePitch;
    sheet.rule(rect.x + lengths.cellPadding, y, rect.x + rect.width - lengths.cellPadding, y, 0.15, lineGreys.guide);
  }
  sheet.zone({ id: zoneId(field), field, kind: 'text', hand, lines, ...limitsOf(cell) }, writingRect(rect));
}

function drawComb(sheet: Sheet, cell: Cell & { kind: 'comb' | 'date' }, rect: RectMm): void {
  const cells = cell.kind === 'date' ? 8 : cell.cells;
  const width = Math.min(rect.width - 2 * lengths.cellPadding, cells * 5.5);
  const comb = { x: rect.x + lengths.cellPadding, y: rect.y + lengths.writingTop, width, height: lengths.combHeight };
  for (let wall = 1; wall < cells; wall += 1) {
    const x = comb.x + (wall * width) / cells;
    const startsPart = cell.kind === 'date' && (wall === 2 || wall === 4);
    sheet.rule(x, comb.y, x, comb.y + comb.height, lengths.combRule, startsPart ? lineGreys.inner : lineGreys.comb);
  }
  sheet.frame(comb, lengths.combRule, lineGreys.inner);
  const base = { id: zoneId(cell.field), field: cell.field, hand };
  if (cell.kind === 'date') sheet.zone({ ...base, kind: 'date', order: 'dmy', cells: 8 }, comb);
  else sheet.zone({ ...base, kind: 'comb', cells, ...limitsOf(cell) }, comb);
}

function drawChoice(sheet: Sheet, cell: Cell & { kind: 'choice' }, rect: RectMm): void {
  const columns = cell.columns ?? 1;
  const rows = Math.ceil(cell.options.length / columns);
  const columnWidth = (rect.width - lengths.cellPadding) / columns;
  cell.options.forEach((option, index) => {
    const x = rect.x + lengths.cellPadding + Math.floor(index / rows) * columnWidth;
    const y = rect.y + lengths.writingTop + 0.7 + (index % rows) * lengths.optionPitch;
    const box = { x, y, width: lengths.box, height: lengths.box };
    sheet.frame(box, lengths.boxRule);
    sheet.text(option.text, x + lengths.box + 1.6, y + 3.05, textStyles.option);
    const id = option.value === true ? zoneId(cell.field) : `${zoneId(cell.field)}=${option.value}`;
    sheet.zone({ id, field: cell.field, kind: 'mark', value: option.value }, box);
  });
}

function limitsOf({ charset, pattern }: { readonly charset?: string; readonly pattern?: string }) {
  return { ...(charset === undefined ? {} : { charset }), ...(pattern === undefined ? {} : { pattern }) };
}

/** Where one writes in a cell: under its label, inside its walls. */
function writingRect({ x, y, width, height }: RectMm): RectMm {
  const top = lengths.writingTop - 0.3;
  return { x: x + 0.6, y: y + top, width: width - 1.2, height: height - top - 0.4 };
}

function zoneId(field: string): string {
  return field.slice(1).replaceAll('/', '.');
}
