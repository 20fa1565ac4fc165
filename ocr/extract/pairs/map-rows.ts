import type { FormPackage } from '../../model/form.ts';
import type { Pair } from '../../model/reading.ts';
import { describeField, type FieldDescription, rowMembers, rowPointers } from '../describe.ts';
import type { Tables } from '../tables/tables.ts';
import { namesOfField } from './field-names.ts';
import { labelKey } from './labels.ts';
import { labelLikeness } from './likeness.ts';

/** A cell of a table: a pair of its column's head and its text. */
export type CellPair = Pair & { readonly cell: NonNullable<Pair['cell']> };

/** A field of a row with the cell that fills it. */
export interface MappedCell {
  readonly description: FieldDescription;
  /** Zero-based page inside the document. */
  readonly page: number;
  readonly pair: CellPair;
  /** How plainly the head of the column names the field, 0 to 1. */
  readonly likeness: number;
}

/** Columns that must be named before a table is taken for a repeating part, unless that has fewer. */
const leastColumns = 2;

/**
 * Finds the tables that fill the repeating parts of a form, by the heads of their columns. Rows are numbered as they follow each
 * other, over all pages; those without a cell that is named are passed over.
 */
export function mapRows(form: FormPackage, pages: readonly (readonly Pair[])[], tables: Tables): MappedCell[] {
  const cells = pages.flatMap((pairs, page) =>
    pairs.flatMap((pair) => (isCell(pair) ? [{ page, pair, table: `${page} ${pair.cell.table}` }] : [])),
  );
  const found = [...Map.groupBy(cells, ({ table }) => table).values()];
  const nextRow = new Map<string, number>();
  return found.flatMap((own) => {
    const heads = [...new Set(own.map(({ pair }) => labelKey(pair.label.text)))];
    const [best] = rowPointers(form.schema)
      .map((rows) => ({ rows, columns: matchColumns(form, rows, heads, tables) }))
      .toSorted((one, other) => other.columns.size - one.columns.size);
    if (best === undefined || best.columns.size === 0) return [];
    const byRow = [...Map.groupBy(own, ({ pair }) => pair.cell.row)].toSorted(([one], [other]) => one - other);
    return byRow.flatMap(([, row]) => {
      const index = nextRow.get(best.rows) ?? 0;
      const mapped = row.flatMap(({ page, pair }) => mapCell(form, `${best.rows}/${index}`, best.columns, page, pair));
      if (mapped.length > 0) nextRow.set(best.rows, index + 1);
      return mapped;
    });
  });
}

function isCell(pair: Pair): pair is CellPair {
  return pair.cell !== undefined;
}

interface Column {
  readonly member: string;
  readonly likeness: number;
}

/** For each head that names a member of a row, that member; none where too few do. Each member has one column. */
function matchColumns(
  form: FormPackage,
  rows: string,
  heads: readonly string[],
  tables: Tables,
): ReadonlyMap<string, Column> {
  const members = rowMembers(form.schema, rows);
  const matches = members
    .flatMap((member) => {
      const description = describeField(form.schema, `${rows}/0/${member}`);
      const names = description === null ? [] : namesOfField(form.schema, description, tables.labels);
      return heads.map((head) => ({
        head,
        member,
        likeness: Math.max(0, ...names.map(({ key, weight }) => weight * labelLikeness(head, key))),
      }));
    })
    .filter(({ likeness }) => likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness);
  const columns = new Map<string, Column>();
  for (const { head, member, likeness } of matches) {
    const isTaken = columns.has(head) || [...columns.values()].some((column) => column.member === member);
    if (!isTaken) columns.set(head, { member, likeness });
  }
  return columns.size >= Math.min(leastColumns, members.length) ? columns : new Map();
}

function mapCell(
  form: FormPackage,
  row: string,
  columns: ReadonlyMap<string, Column>,
  page: number,
  pair: CellPair,
): MappedCell[] {
  const column = columns.get(labelKey(pair.label.text));
  const description = column === undefined ? null : describeField(form.schema, `${row}/${column.member}`);
  if (column === undefined || description === null) return [];
  return [{ description, page, pair, likeness: column.likeness }];
}
