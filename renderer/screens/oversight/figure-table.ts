export interface Column {
  readonly title: string;
  /** Digits after the point, for numbers; null for text. */
  readonly digits: number | null;
}

/** What a chart shows, as rows: for those who do not see it, and for a spreadsheet. */
export interface FigureTable {
  /** Of the file that it is saved as, without its ending. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export function text(title: string): Column {
  return { title, digits: null };
}

export function number(title: string, digits = 0): Column {
  return { title, digits };
}

/** A number as people here write it. */
export function formatNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** One cell as it is shown. */
export function formatCell(cell: string | number, column: Column | undefined, language: string): string {
  return typeof cell === 'string' ? cell : formatNumber(cell, language, column?.digits ?? 0);
}
