import type { FigureTable } from './figure-table.ts';

/** So that spreadsheets take the text for UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * A table as comma-separated values (RFC 4180), as spreadsheets of the language open it: where the comma is the decimal sign,
 * cells are parted by semicolons.
 */
export function toCsv({ columns, rows }: FigureTable, language: string): string {
  const separator = language.startsWith('it') ? ';' : ',';
  const plain = new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 6 });
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? plain.format(cell) : cell))),
  ];
  return (
    byteOrderMark + lines.map((line) => `${line.map((cell) => quoted(cell, separator)).join(separator)}\r\n`).join('')
  );
}

/** A text that begins like a formula is not to be taken for one: names of batches are free text. */
function quoted(cell: string, separator: string): string {
  const harmless = /^[=+@\t\r]|^-(?![\d,.]+$)/.test(cell) ? `'${cell}` : cell;
  return harmless.includes(separator) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
