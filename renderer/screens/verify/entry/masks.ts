import type { FieldKind } from '../../../../contract/document.ts';

type Mask = (text: string) => string;

const masks: Partial<Record<FieldKind, Mask>> = {
  date: maskDate,
  'codice-fiscale': (text) => code(text, 16),
  'partita-iva': (text) => digits(text, 11),
  iban: (text) => code(text, 34),
  plate: (text) => code(text, 8),
  cap: (text) => digits(text, 5),
  province: (text) =>
    text
      .replace(/[^\p{L}]/gu, '')
      .toUpperCase()
      .slice(0, 2),
  phone: (text) => text.replace(/[^\d+ /-]/g, ''),
  amount: (text) => text.replace(/[^\d.,€ -]/g, ''),
};

/** Kinds that are written without digits: there a digit alone picks a candidate. */
const withoutDigits: ReadonlySet<FieldKind> = new Set([
  'surname',
  'given-name',
  'comune',
  'province',
  'country',
  'sex',
]);

/** What is told below the editor of how a kind is written. */
const hints = {
  date: 'date',
  'codice-fiscale': 'taxCode',
  'partita-iva': 'vatNumber',
  iban: 'iban',
  cap: 'cap',
  province: 'province',
} as const satisfies Partial<Record<FieldKind, string>>;
export type Hint = (typeof hints)[keyof typeof hints];

export function hintOf(kind: FieldKind): Hint | null {
  return Object.entries(hints).find(([hinted]) => hinted === kind)?.[1] ?? null;
}

/** What is left of a keyed text once everything is taken out that its kind cannot have. */
export function maskText(kind: FieldKind, text: string): string {
  return masks[kind]?.(text) ?? text;
}

export function takesDigits(kind: FieldKind): boolean {
  return !withoutDigits.has(kind);
}

function code(text: string, longest: number): string {
  return text
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .slice(0, longest);
}

function digits(text: string, longest: number): string {
  return text.replace(/\D/g, '').slice(0, longest);
}

/** Day, month and year: the strokes between them need not be keyed, since a part that is full runs over into the next. */
function maskDate(text: string): string {
  const longest = [2, 2, 4];
  const parts: string[] = [''];
  for (const character of text) {
    const part = parts.length - 1;
    if (/[/.\- ]/.test(character)) {
      if (parts[part] !== '' && parts.length < longest.length) parts.push('');
    } else if (/\d/.test(character)) {
      if ((parts[part] ?? '').length < (longest[part] ?? 0)) parts[part] += character;
      else if (parts.length < longest.length) parts.push(character);
    }
  }
  return parts.join('/');
}
