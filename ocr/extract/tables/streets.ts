import { columnsOf } from './csv-columns.ts';

/**
 * Takes the names of streets out of a list as ANNCSU, the national archive of streets and house numbers, gives it out: CSV
 * with semicolons, one street or one house number a line, the name in the column ODONIMO. Null where there is no such column.
 */
export function parseStreets(csv: string): string[] | null {
  const [names] = columnsOf(csv, ['ODONIMO']);
  return names ? [...new Set(names.filter((name) => name !== ''))] : null;
}
