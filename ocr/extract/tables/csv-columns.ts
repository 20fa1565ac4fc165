/**
 * The cells of the named columns of a CSV with semicolons, line by line, in the order of the names; '' where a line ends
 * early, null for a column that the head does not have.
 */
export function columnsOf(csv: string, names: readonly string[]): (string[] | null)[] {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const heads = cellsOf(head).map((name) => name.toUpperCase());
  const rows = lines.filter((line) => line !== '').map(cellsOf);
  return names.map((name) => {
    const column = heads.indexOf(name);
    return column < 0 ? null : rows.map((cells) => cells[column] ?? '');
  });
}

function cellsOf(line: string): string[] {
  return line.split(';').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}
