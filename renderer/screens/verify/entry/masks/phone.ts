import { listed, type Mask } from './mask.ts';

/** Digits of the shortest number of a subscriber in Italy, and of the longest anywhere (ITU-T E.164). */
const fewestDigits = 6;
const mostDigits = 15;

/** A telephone number keeps the groups in which it is written. */
export const phoneMask: Mask = {
  dress: (text) => text,
  strip: (text) => text,
  check(text) {
    const unfit = text.match(/[^\d+\s/().-]/g) ?? [];
    if (unfit.length > 0) return { kind: 'unfit', characters: listed(unfit) };
    const digits = text.replace(/\D/g, '').length;
    if (digits > mostDigits) return { kind: 'surplus', count: digits - mostDigits };
    return digits === 0 || digits >= fewestDigits ? null : { kind: 'missing', count: fewestDigits - digits };
  },
  rest: () => '',
};
