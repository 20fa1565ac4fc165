import { type Comune, placeKey, type State, type Tables } from '../tables/tables.ts';
import { closeApostrophes, editDistance, trimStray } from './characters.ts';
import { normaliseText } from './code.ts';
import { type Normalised, nothingWritten } from './normalised.ts';
import { restoreAccents } from './place-name.ts';
import { dropStrayMarks } from './stops.ts';

const provinceSuffix = /^(.*?)[\s,]*\(?\b([A-Z]{2})\b\)?$/;

interface WrittenPlace {
  readonly name: string;
  readonly province: string | null;
}

/** Splits "Taranto (TA)" into name and province; the province only where the table knows it. */
function splitProvince(text: string, tables: Tables): WrittenPlace {
  const match = provinceSuffix.exec(text);
  const province = match?.[2];
  const name = match?.[1]?.trim();
  if (name === undefined || name === '' || province === undefined || !tables.provinces.has(province)) {
    return { name: text, province: null };
  }
  return { name, province };
}

/** How many characters of a name may be wrong: of short names one, since many are but one apart; of the shortest none. */
function mostWrong(key: string): number {
  if (key.length < 4) return 0;
  return key.length >= 8 ? 2 : 1;
}

/** Names of comuni, past and present, and of states that are near a key, nearest first. */
export function nearestNames(key: string, tables: Tables): string[] {
  const limit = mostWrong(key);
  const states = tables.states.map(({ name }) => placeKey(name.it));
  return [...new Set([...tables.comuniByName.keys(), ...states])]
    .map((name) => ({ name, distance: editDistance(key, name, limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((left, right) => left.distance - right.distance)
    .map(({ name }) => name);
}

function knownPlace(name: string, tables: Tables): readonly Comune[] {
  return tables.comuniByName.get(placeKey(name)) ?? [];
}

/** The states of this name. */
export function findStates(name: string, { states }: Tables): State[] {
  const key = placeKey(name);
  return states.filter((state) => placeKey(state.name.it) === key);
}

/** Reads the name of a comune, or of a state for people born abroad. Unknown names are kept, with the nearest known ones. */
export function normaliseComune(text: string, tables: Tables): Normalised {
  const written = dropStrayMarks(trimStray(text));
  if (written === '') return nothingWritten;
  // Frassineto Po is a name, not a place in the province of Prato.
  const name = knownPlace(written, tables).length > 0 ? written : splitProvince(written, tables).name;
  const known = knownPlace(name, tables);
  if (known.length > 0 || findStates(name, tables).length > 0) {
    // An apostrophe that stands for an accent keeps the gap behind it: ROVERE' VERONESE, but L'AQUILA.
    const spaced = known.some((comune) => /'\s/.test(comune.name)) ? name : closeApostrophes(name);
    // The name was known without its specks: a full stop behind it, a dot in its middle.
    const clean = spaced.replace(/[^\p{L}\p{M}'. /-]|\.(?!\s)/gu, '').trim();
    // Of C and c only the height differs; the name of a place begins with a capital.
    const capital = clean.charAt(0).toLocaleUpperCase('it') + clean.slice(1);
    const [value, ...others] = new Set(known.map((comune) => restoreAccents(capital, comune.name)));
    // Of two comuni that only an accent tells apart neither is known.
    const spelt = value === undefined || others.length > 0 ? capital : value;
    return { ...nothingWritten, value: spelt, corroborated: true };
  }
  const candidates = nearestNames(placeKey(name), tables).slice(0, 5);
  return { ...nothingWritten, value: closeApostrophes(written), problem: 'unknown-comune', candidates };
}

/** Reads the name of a state. The list has official names alone: what it lacks (Gran Bretagna) is kept as a text. */
export function normaliseCountry(text: string, tables: Tables): Normalised {
  const kept = normaliseText(text);
  const isKnown = typeof kept.value === 'string' && findStates(kept.value, tables).length > 0;
  return { ...kept, corroborated: isKnown };
}

/** Reads a province's two letters. */
export function normaliseProvince(text: string, tables: Tables): Normalised {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '');
  if (letters === '') return nothingWritten;
  const known = tables.provinces.has(letters);
  return { ...nothingWritten, value: letters, corroborated: known, problem: known ? null : 'unknown-code' };
}
