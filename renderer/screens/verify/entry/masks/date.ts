import { dayFirst } from '../../../../ui/value-text.ts';
import { listed, type Mask } from './mask.ts';

/** Characters of day, month and year. */
const longest = [2, 2, 4] as const;
const months = [
  ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno'],
  ...['luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
] as const;
/** Shorter beginnings may be those of two months. */
const leastOfMonth = 3;

/** Day, month and year: the strokes between them need not be keyed, since a part that is full runs over into the next. */
export const dateMask: Mask = {
  dress: (text) => partsOf(monthsAsNumbers(dayFirst(text.trimStart()))).join('/'),
  strip: (text) => text,
  check(text) {
    const parts = text.split('/');
    const [day = '', month = '', year = ''] = parts;
    const unfit = [day, isMonthBegun(month) ? '' : month, ...parts.slice(2)].join('').match(/\D/g) ?? [];
    if (unfit.length > 0) return { kind: 'unfit', characters: listed(unfit) };
    if (year.length > longest[2]) return { kind: 'surplus', count: year.length - longest[2] };
    if (!mayBe(day, 31) || !mayBe(month, 12)) return { kind: 'no-such-day' };
    const missing = charactersMissing(parts);
    if (text === '') return null;
    if (missing > 0) return { kind: 'missing', count: missing };
    return isDay(Number(day), Number(month), Number(year)) ? null : { kind: 'no-such-day' };
  },
  rest(text, dateForm) {
    const parts = text.split('/');
    const strokes = Math.max(0, longest.length - parts.length);
    return dateForm.slice(Math.max(0, dateForm.length - charactersMissing(parts) - strokes));
  },
};

function partsOf(text: string): readonly string[] {
  const parts: string[] = [''];
  for (const character of text) {
    const part = parts.length - 1;
    const present = parts[part] ?? '';
    const isLast = parts.length === longest.length;
    if (/[/.\-\s]/.test(character)) {
      if (present !== '' && !isLast) parts.push('');
    } else if (!isLast && /^\d+$/.test(present) && present.length >= (longest[part] ?? 0)) {
      parts.push(character);
    } else {
      parts[part] = present + character;
    }
  }
  return parts;
}

/** A month that is written as a word, once something follows it. */
function monthsAsNumbers(text: string): string {
  return text.replace(/\p{L}{3,}(?=\P{L})/gu, (word) => {
    const month = months.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, leastOfMonth)));
    return month < 0 ? word : `/${String(month + 1).padStart(2, '0')}/`;
  });
}

function isMonthBegun(part: string): boolean {
  return part !== '' && months.some((name) => name.startsWith(part.toLowerCase()));
}

/** Of the parts that are not ended yet. */
function charactersMissing(parts: readonly string[]): number {
  return longest.reduce((sum, length, index) => {
    if (index < parts.length - 1) return sum;
    return sum + Math.max(0, length - (parts[index] ?? '').length);
  }, 0);
}

/** Whether a part can still become, or is, a number from 1 to `most`. */
function mayBe(part: string, most: number): boolean {
  return !/^\d{2}$/.test(part) || (Number(part) >= 1 && Number(part) <= most);
}

function isDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1;
}
