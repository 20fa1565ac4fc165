import type { DescribedZone, Layout, LayoutFile, Table, Zone } from '../model/form.ts';

/** Puts the text zones of their cells in the place of tables. What comes out is all that reading knows of a layout. */
export function expandTables(layout: LayoutFile): Layout {
  const pages = layout.pages.map((page) => ({ ...page, zones: page.zones.flatMap(zonesOf) }));
  return { ...layout, pages };
}

/** The zones that a described zone stands for: itself, or the cells of a table, row by row. */
export function zonesOf(zone: DescribedZone): Zone[] {
  if (zone.kind !== 'table') return [zone];
  return Array.from({ length: zone.rows }, (_, row) => cellsOfRow(zone, row)).flat();
}

/**
 * The cells of one row, counted from zero at the top of the table. The cell of the member `nome` in the row that fills
 * `/soci/2` has the id `<table>/2/nome` and the field `/soci/2/nome`.
 */
export function cellsOfRow(table: Table, row: number): Zone[] {
  const { id, field, rectMm, rows, firstRow, hand, policy, columns } = table;
  const height = rectMm.height / rows;
  const index = firstRow + row;
  return columns.map(({ field: member, x, width, charset, pattern }) => ({
    kind: 'text',
    id: `${id}/${index}/${member}`,
    field: `${field}/${index}/${member.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    rectMm: { x: rectMm.x + x, y: rectMm.y + row * height, width, height },
    hand,
    lines: 1,
    ...(policy !== undefined && { policy }),
    ...(charset !== undefined && { charset }),
    ...(pattern !== undefined && { pattern }),
  }));
}
