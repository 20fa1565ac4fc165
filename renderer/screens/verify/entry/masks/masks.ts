import type { Field, FieldKind } from '../../../../../contract/document.ts';
import { amountMask } from './amount.ts';
import { fixedCode } from './code.ts';
import { dateMask } from './date.ts';
import { ibanMask } from './iban.ts';
import type { Mask } from './mask.ts';
import { phoneMask } from './phone.ts';
import { taxCodeMask } from './tax-code.ts';

const vatNumber = fixedCode('DDDDDDDDDDD');

/** Written as it comes. */
const none: Mask = { dress: (text) => text, strip: (text) => text, check: () => null, rest: () => '' };

const masks: Partial<Record<FieldKind, Mask>> = {
  date: dateMask,
  'codice-fiscale': taxCodeMask,
  // Often written with the country before it.
  'partita-iva': { ...vatNumber, dress: (text) => vatNumber.dress(text.replace(/^\s*IT(?=\s*\d)/i, '')) },
  iban: ibanMask,
  plate: fixedCode('XXXXXXXX', 5),
  cap: fixedCode('DDDDD'),
  province: fixedCode('LL'),
  phone: phoneMask,
  amount: amountMask,
};

/** Listed values have codes of their own, whatever kind they are of. */
export function maskOf({ kind, editor }: Pick<Field, 'kind' | 'editor'>): Mask {
  return editor.kind === 'text' || editor.kind === 'date' ? maskOfKind(kind) : none;
}

export function maskOfKind(kind: FieldKind): Mask {
  return masks[kind] ?? none;
}

/** Kinds that are written without digits: there a digit alone picks a candidate. */
const withoutDigits: ReadonlySet<FieldKind> = new Set([
  'surname',
  'given-name',
  'comune',
  'province',
  'country',
  'sex',
]);

export function takesDigits(kind: FieldKind): boolean {
  return !withoutDigits.has(kind);
}

/** What is told below the editor of how a kind is written. */
const hints = {
  date: 'date',
  'codice-fiscale': 'taxCode',
  'partita-iva': 'vatNumber',
  iban: 'iban',
  cap: 'cap',
  province: 'province',
  plate: 'plate',
  phone: 'phone',
  amount: 'amount',
} as const satisfies Partial<Record<FieldKind, string>>;
export type Hint = (typeof hints)[keyof typeof hints];

export function hintOf(kind: FieldKind): Hint | null {
  return Object.entries(hints).find(([hinted]) => hinted === kind)?.[1] ?? null;
}
