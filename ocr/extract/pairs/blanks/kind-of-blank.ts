import { inCaseOf } from '../../by-hand/letter-case.ts';
import { editDistance } from '../../normalise/characters.ts';
import { type BlankKind, endKey, type LabelNames } from '../labels.ts';

/** No label of more words is listed. */
const mostWords = 4;
/** What forms add behind a label, as (obbligatoria). */
const remark = /\([^)]*\)\W*$/;

/**
 * What stands on a blank, as the print before it says at its end, or as what was read looks; null where nothing is known of it. A label
 * whose kind could not look as what was read says nothing.
 */
export function kindOfBlank(label: string, read: string, labels: LabelNames): BlankKind | null {
  const named = kindByLabel(label, labels);
  return named !== null && looksAs[named](countsOf(read)) ? named : kindByLook(read);
}

/** The kind of the longest name that a label ends with. */
function kindByLabel(label: string, { blanks }: LabelNames): BlankKind | null {
  const words = endKey(label.replace(remark, '')).split(' ').slice(-mostWords);
  const ends = words.map((_, from) => words.slice(from).join(' '));
  const known = ends.find((end) => blanks.has(end));
  return known === undefined ? null : (blanks.get(known) ?? null);
}

/**
 * A label of one word with the letter that was misread, where what stands behind it is surely of a kind: of "ii" before a date the nearest
 * name is "il". Null where it is a name as it stands, or near none; the first of several in the list.
 */
export function mendLabel(label: string, kind: BlankKind, { blanks }: LabelNames): string | null {
  const key = endKey(label);
  if (key === '' || key.includes(' ') || blanks.has(key)) return null;
  const names = [...blanks].filter(([name, own]) => own === kind && !name.includes(' ')).map(([name]) => name);
  const mended = names.find((name) => editDistance(key, name, 1) === 1) ?? null;
  return mended === null ? null : inCaseOf(label, mended);
}

interface Counts {
  readonly text: string;
  /** Characters but blanks; of them digits and letters. */
  readonly length: number;
  readonly digits: number;
  readonly letters: number;
}

function countsOf(read: string): Counts {
  const bare = read.replace(/\s/g, '');
  const count = (kind: RegExp) => bare.match(kind)?.length ?? 0;
  return { text: read.trim(), length: bare.length, digits: count(/\d/g), letters: count(/\p{L}/gu) };
}

/** Whether something read may be a misreading of a value of each kind. */
const looksAs: Readonly<Record<BlankKind, (read: Counts) => boolean>> = {
  'codice-fiscale': ({ length, digits }) => length >= 14 && length <= 18 && digits >= 3,
  'partita-iva': ({ length, digits }) => length <= 14 && digits >= 8,
  iban: ({ length, digits }) => length >= 25 && length <= 29 && digits >= 12,
  date: ({ length, digits, letters }) => length >= 7 && length <= 14 && digits >= 4 && digits > letters,
  comune: ({ digits, letters }) => letters >= 3 && letters > 2 * digits,
  street: ({ digits, letters }) => letters >= 4 && letters > 2 * digits,
  province: ({ length, letters }) => length <= 3 && letters > 0,
  cap: ({ length, digits }) => length <= 6 && digits >= 3,
  phone: ({ length, digits }) => length <= 14 && digits >= 6,
  email: ({ text, length, digits, letters }) =>
    length > 7 && (text.includes('@') || (length === text.length && letters > digits)),
  number: ({ length, digits }) => length <= 5 && digits > 0 && 2 * digits >= length,
  person: ({ digits, letters }) => letters >= 4 && letters > 3 * digits,
};

const street = /^(?:via|viale|vicolo|corso|piazza|piazzale|largo|strada|contrada)\s/i;
const day = /^\S{1,3}\s*[/.,]\s*\S{1,3}\s*[/.,\s]\s*\S{2,5}$/;

/** What a value is whatever stands before it. */
function kindByLook(read: string): BlankKind | null {
  const { text, length, digits, letters } = countsOf(read);
  if (text.includes('@')) return 'email';
  if (street.test(text)) return 'street';
  if (length >= 15 && length <= 17 && digits >= 4 && letters >= 6) return 'codice-fiscale';
  if (day.test(text) && digits >= 5) return 'date';
  return length < 5 && length === text.length && looksAs.number({ text, length, digits, letters }) ? 'number' : null;
}
