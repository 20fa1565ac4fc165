import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LabelNames, parseLabels } from '../pairs/labels.ts';
import { createLexicon, type Lexicon } from '../spelling/lexicon.ts';
import { wordGraphOf } from '../spelling/word-graph.ts';
import { parseNames } from './names.ts';
import { parseStreets } from './streets.ts';

/** One span of time in which a comune had this name, province and cadastral code. Dates are ISO; `to` null: still so. */
export interface Comune {
  readonly code: string;
  /** Upper case, without accents, as ANPR transliterates it. */
  readonly name: string;
  readonly otherName: string;
  readonly province: string;
  readonly from: string;
  readonly to: string | null;
}

export interface State {
  readonly code: string;
  readonly name: { readonly it: string; readonly en: string };
}

/** Names of people by the form in which they are compared (`placeKey`), each as it is listed. */
export interface Names {
  readonly surnames: ReadonlyMap<string, string>;
  readonly givenNames: ReadonlyMap<string, string>;
}

/** Files of lists that a municipality may give; they need not exist. */
export interface OwnLists {
  /** CSV of ANNCSU. */
  readonly streets: string;
  /** CSV with columns COGNOME and NOME. */
  readonly names: string;
}

export interface Tables {
  readonly comuni: readonly Comune[];
  readonly states: readonly State[];
  readonly comuniByName: ReadonlyMap<string, readonly Comune[]>;
  readonly comuniByCode: ReadonlyMap<string, readonly Comune[]>;
  readonly provinces: ReadonlySet<string>;
  /** Provinces that are served by postal codes which begin with these two digits. */
  readonly capZones: ReadonlyMap<string, readonly string[]>;
  /** Streets of the municipality's own list, by the form in which they are compared; empty where it gave none. */
  readonly streets: ReadonlyMap<string, string>;
  /** Names of people: those that are common in Italy, and the municipality's own where it gave a list. */
  readonly names: Names;
  /** What is printed beside fields on forms of others. */
  readonly labels: LabelNames;
  /** Words of Italian. */
  readonly lexicon: Lexicon;
}

/** The form in which names of places are compared: upper case, no accents, single spaces, plain apostrophes. */
export function placeKey(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[’‘`´]/g, "'")
      // Behind a vowel at the end of a word the apostrophe is an accent: ROVERE' VERONESE, but L'AQUILA.
      .replace(/(?<=[aeiou])'(?=[\s-]|$)/gi, '')
      .replace(/'\s+/g, "'")
      .replace(/[^A-Za-z0-9' -]/g, '')
      .replace(/['\s-]+$/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toUpperCase()
  );
}

function rowsOf(csv: string): string[][] {
  return csv
    .split('\n')
    .slice(1)
    .filter((line) => line.length > 0)
    .map((line) => line.split(';'));
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** The lines of a list that are no remarks. */
async function loadLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
}

/** The words that Tesseract's language data come with, which lie beside the tables, and those of offices that they lack. */
async function loadLexicon(folder: string): Promise<Lexicon> {
  const [languageData, officeWords] = await Promise.all([
    readFile(join(folder, '..', 'language', 'fast', 'ita.traineddata')),
    loadLines(join(folder, 'words.txt')),
  ]);
  return createLexicon(wordGraphOf(languageData), new Set(officeWords));
}

/** The text of a file, '' where there is none. */
async function readIfThere(file: string | undefined): Promise<string> {
  if (file === undefined) return '';
  return await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** What the program brings along, which stays as it is while it runs. */
type ShippedTables = Omit<Tables, 'streets'>;

async function readShipped(folder: string): Promise<ShippedTables> {
  const [comuniCsv, statesCsv, zonesCsv, labelsJson, surnames, givenNames] = await Promise.all([
    readFile(join(folder, 'comuni.csv'), 'utf8'),
    readFile(join(folder, 'states.csv'), 'utf8'),
    readFile(join(folder, 'cap-zones.csv'), 'utf8'),
    readFile(join(folder, 'labels.json'), 'utf8'),
    loadLines(join(folder, 'surnames.txt')),
    loadLines(join(folder, 'given-names.txt')),
  ]);
  const comuni = rowsOf(comuniCsv).map(([code = '', name = '', otherName = '', province = '', from = '', to = '']) => ({
    code,
    name,
    otherName,
    province,
    from,
    to: to === '' ? null : to,
  }));
  const states = rowsOf(statesCsv).map(([code = '', it = '', en = '']) => ({ code, name: { it, en } }));
  return {
    comuni,
    states,
    labels: parseLabels(labelsJson),
    lexicon: await loadLexicon(folder),
    comuniByName: groupBy(comuni, (comune) =>
      [comune.name, comune.otherName].filter((name) => name !== '').map(placeKey),
    ),
    comuniByCode: groupBy(comuni, (comune) => [comune.code]),
    names: { surnames: byKey(surnames), givenNames: byKey(givenNames) },
    capZones: new Map(rowsOf(zonesCsv).map(([zone = '', provinces = '']) => [zone, provinces.split(' ')])),
    provinces: new Set(comuni.map((comune) => comune.province).filter((province) => province !== '')),
  };
}

/** Read once for a folder: lists of the municipality come and go, and these are a tenth of a second's work. */
const shippedTables = new Map<string, Promise<ShippedTables>>();

function loadShipped(folder: string): Promise<ShippedTables> {
  const present = shippedTables.get(folder);
  if (present !== undefined) return present;
  const reading = readShipped(folder);
  shippedTables.set(folder, reading);
  reading.catch(() => shippedTables.delete(folder));
  return reading;
}

function byKey(names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [placeKey(name), name]));
}

/** The shipped names and those of the municipality. Registers often lack accents: of a name in both ours is taken. */
async function addNames(shipped: Names, ownFile: string | undefined): Promise<Names> {
  const own = parseNames(await readIfThere(ownFile));
  if (own === null) return shipped;
  return {
    surnames: new Map([...byKey(own.surnames), ...shipped.surnames]),
    givenNames: new Map([...byKey(own.givenNames), ...shipped.givenNames]),
  };
}

/**
 * Loads the code tables of `resources/tables`, the words of the language data beside them, and the municipality's own lists
 * where there are files of them. Rejects when a table is missing or has not its shape.
 */
export async function loadTables(folder: string, own: Partial<OwnLists> = {}): Promise<Tables> {
  const shipped = await loadShipped(folder);
  return {
    ...shipped,
    names: await addNames(shipped.names, own.names),
    streets: byKey(parseStreets(await readIfThere(own.streets)) ?? []),
  };
}

/** The list that names of a kind are in. */
export function listOfNames(kind: 'surname' | 'given-name', { names }: Tables): ReadonlyMap<string, string> {
  return kind === 'surname' ? names.surnames : names.givenNames;
}

/** Whether the span holds on an ISO date. */
export function isValidOn(comune: Comune, isoDate: string): boolean {
  return comune.from <= isoDate && (comune.to === null || isoDate <= comune.to);
}

/**
 * The comuni of this name. With a date, those valid on it; where there are none, those that came later, since a birthplace
 * is often written with the name of today. One suppressed before the date is no place of that date.
 */
export function findComuni(tables: Tables, name: string, isoDate: string | null): readonly Comune[] {
  const all = tables.comuniByName.get(placeKey(name)) ?? [];
  if (isoDate === null) return all;
  const valid = all.filter((comune) => isValidOn(comune, isoDate));
  return valid.length > 0 ? valid : all.filter((comune) => comune.to === null || isoDate <= comune.to);
}

/** Cadastral codes of the comuni and states that bear the name, for somebody born on the date. */
export function placeCodes(name: string, birthDate: string | null, tables: Tables): string[] {
  const states = tables.states.filter((state) => placeKey(state.name.it) === placeKey(name)).map(({ code }) => code);
  return [...new Set([...findComuni(tables, name, birthDate).map(({ code }) => code), ...states])];
}

/** Whether somebody born on the date can have the cadastral code: a state's, or a comune's that was not yet suppressed. */
export function isBirthplaceOn(code: string, isoDate: string, tables: Tables): boolean {
  if (code.startsWith('Z')) return /^Z\d{3}$/.test(code);
  return tables.comuniByCode.get(code)?.some(({ to }) => to === null || isoDate <= to) ?? false;
}
