import { speltWithAccents } from '../normalise/place-name.ts';
import { columnsOf } from './csv-columns.ts';

/** Names that people bear, each once. Nothing says which surname goes with which given name. */
export interface NameList {
  readonly surnames: readonly string[];
  readonly givenNames: readonly string[];
}

const heads = ['COGNOME', 'NOME'] as const;

/**
 * Takes names out of a CSV with semicolons that has a column COGNOME, a column NOME or both, as a register of residents
 * gives them out; what is in capitals there comes as people write it. Null where it has neither.
 */
export function parseNames(csv: string): NameList | null {
  const [surnames, givenNames] = columnsOf(csv, heads);
  if (!surnames && !givenNames) return null;
  return { surnames: eachOnce(surnames ?? []), givenNames: eachOnce(givenNames ?? []) };
}

/** A list as CSV that `parseNames` takes in: one name a line, so that nobody's two names stand together. */
export function formatNames({ surnames, givenNames }: NameList): string {
  const lines = [heads.join(';'), ...surnames.map((name) => `${name};`), ...givenNames.map((name) => `;${name}`)];
  return lines.map((line) => `${line}\n`).join('');
}

function eachOnce(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => asWritten(name.replace(/\s+/g, ' '))))]
    .filter((name) => name !== '')
    .toSorted();
}

/** NICOLO' is Nicolò and D'ANGELO is D'Angelo; a name with small letters stays. */
function asWritten(name: string): string {
  if (name !== name.toLocaleUpperCase('it')) return name;
  return speltWithAccents(name).replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLocaleLowerCase('it'));
}
