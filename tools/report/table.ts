/** A table with aligned columns; long cells are cut. */
export function formatTable(rows: readonly (readonly string[])[], widestCell = 44): string {
  const cut = rows.map((row) =>
    row.map((cell) => (cell.length > widestCell ? `${cell.slice(0, widestCell - 1)}…` : cell)),
  );
  const widths = cut[0]?.map((_, column) => Math.max(...cut.map((row) => row[column]?.length ?? 0))) ?? [];
  return cut
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
