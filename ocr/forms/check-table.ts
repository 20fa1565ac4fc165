import type { Table } from '../model/form.ts';
import { checkPattern, checkType, unknownField } from './check-field.ts';
import { cellsOfRow } from './expand-tables.ts';
import { type Finding, fault, type Place, within } from './finding.ts';
import { type SchemaNode, schemaNodeAt } from './schema-node.ts';

/** Lengths on paper that differ by less are the same. */
const toleranceMm = 0.05;

/** Checks a table against the array that it fills: its rows must fit in, and its columns be members of the rows. */
export function checkTable(table: Table, schema: SchemaNode, array: SchemaNode, place: Place): Finding[] {
  const columns = table.columns.flatMap((column, index) =>
    checkColumnEdge(table, column, within(place, 'columns', index, 'width')),
  );
  return [...checkRows(table, array, within(place, 'rows')), ...columns, ...checkMembers(table, schema, place)];
}

function checkRows({ rows, firstRow, field }: Table, array: SchemaNode, place: Place): Finding[] {
  if (typeof array.maxItems !== 'number' || firstRow + rows <= array.maxItems) return [];
  return [
    fault(
      place,
      `la tabella arriva a ${firstRow + rows} righe ma ${field} ne tiene al massimo ${array.maxItems}: contare le righe o correggere "maxItems"`,
      `the table goes up to ${firstRow + rows} rows but ${field} holds at most ${array.maxItems}: count the rows or correct "maxItems"`,
    ),
  ];
}

function checkColumnEdge({ rectMm }: Table, { field, x, width }: Table['columns'][number], place: Place): Finding[] {
  if (x + width <= rectMm.width + toleranceMm) return [];
  return [
    fault(
      place,
      `la colonna "${field}" esce dalla tabella, larga ${rectMm.width} mm: misurarla dal bordo sinistro della tabella`,
      `the column "${field}" leaves the table, which is ${rectMm.width} mm wide: measure it from the table's left edge`,
    ),
  ];
}

/** All rows have the same members, so the first of the array stands for all, even where the table begins further down. */
function checkMembers(table: Table, schema: SchemaNode, place: Place): Finding[] {
  return cellsOfRow({ ...table, firstRow: 0 }, 0).flatMap((cell, index, cells) => {
    const at = within(place, 'columns', index);
    if (cells.findIndex(({ id }) => id === cell.id) < index) return [repeatedColumn(cell.field, within(at, 'field'))];
    const node = schemaNodeAt(schema, cell.field);
    if (node === null) return [unknownField(cell.field, within(at, 'field'))];
    const pattern = table.columns[index]?.pattern;
    return [
      ...checkType(cell, node, ['string', 'number', 'integer'], within(at, 'field')),
      ...(pattern === undefined ? [] : checkPattern(pattern, within(at, 'pattern'))),
    ];
  });
}

function repeatedColumn(pointer: string, place: Place): Finding {
  return fault(
    place,
    `un'altra colonna riempie già ${pointer}: dare a ogni colonna un campo suo`,
    `another column fills ${pointer} already: give each column a field of its own`,
  );
}
