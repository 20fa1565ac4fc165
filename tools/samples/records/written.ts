import type { FieldValue } from '../../../ocr/model/field.ts';
import type { TruthField } from '../truth.ts';

/** What somebody puts on a form: for each field its value in the record and the text that stands on the paper. */
export type Written = Map<string, TruthField>;

/** Adds plain texts, the same in the record and on paper. Empty ones stay empty. */
export function writeTexts(written: Written, texts: Readonly<Record<string, string | null>>): void {
  for (const [pointer, text] of Object.entries(texts)) {
    if (text !== null && text !== '') written.set(pointer, { value: text, text });
  }
}

/** Adds a date: ISO in the record, day, month and year in eight digits on paper. */
export function writeDate(written: Written, pointer: string, isoDate: string | null): void {
  if (isoDate === null) return;
  const [year = '', month = '', day = ''] = isoDate.split('-');
  written.set(pointer, { value: isoDate, text: `${day}${month}${year}` });
}

/** Adds a number: decimals behind a comma on paper, none of a whole one. */
export function writeNumber(written: Written, pointer: string, value: number): void {
  written.set(pointer, { value, text: String(value).replace('.', ',') });
}

/** Adds a choice: the code, or several. Which boxes get a mark follows from the value. */
export function writeChoice(written: Written, pointer: string, value: FieldValue): void {
  if (value !== null) written.set(pointer, { value, text: '' });
}

/** Turns what is written in lines into capitals, on paper and in the record; addresses of mail stay as they are. */
export function inCapitals(written: Written, linePointers: ReadonlySet<string>): Written {
  const capitals: Written = new Map();
  for (const [pointer, { value, text }] of written) {
    const keep = !linePointers.has(pointer) || typeof value !== 'string' || text.includes('@');
    capitals.set(pointer, keep ? { value, text } : { value: value.toUpperCase(), text: text.toUpperCase() });
  }
  return capitals;
}
