/**
 * Takes the names of streets out of a list as ANNCSU, the national archive of streets and house numbers, gives it out: CSV
 * with semicolons, one street or one house number a line, the name in the column ODONIMO. Null where there is no such column.
 */
export function parseStreets(csv: string): string[] | null {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const column = cellsOf(head).indexOf('ODONIMO');
  if (column < 0) return null;
  return [...new Set(lines.map((line) => cellsOf(line)[column] ?? '').filter((name) => name !== ''))];
}

function cellsOf(line: string): string[] {
  return line.split(';').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
