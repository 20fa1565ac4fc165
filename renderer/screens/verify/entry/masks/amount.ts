import { listed, type Mask } from './mask.ts';

/** Between thousands: no key writes it, so that a point that somebody keyed keeps whatever meaning it has on the paper. */
const gap = '\u00a0';
const plain = /^(\d+)(,.*)?$/s;
/** Points between thousands or none, cents behind a comma; or as machines print, cents behind a point. Also while it is keyed. */
const amount = /^(\d+(\.\d{0,2})?|(\d+|\d{1,3}(\.\d{3})+)(,(\d{0,2}|[-=]{1,2}))?)$/;

/** Euros and cents. The thousands are set apart as long as nobody wrote points. */
export const amountMask: Mask = {
  dress(text) {
    const bare = strip(text);
    const [, euros, cents = ''] = plain.exec(bare) ?? [];
    return euros === undefined ? bare : euros.replace(/(?<=\d)(?=(\d{3})+$)/g, gap) + cents;
  },
  strip,
  check(text) {
    const bare = strip(text);
    const unfit = bare.match(/[^\d.,=-]/g) ?? [];
    if (unfit.length > 0) return { kind: 'unfit', characters: listed(unfit) };
    return bare === '' || amount.test(bare) ? null : { kind: 'no-amount' };
  },
  rest: () => '',
};

function strip(text: string): string {
  return text.replace(/€|\beuro\b|\s/giu, '');
}

/** An amount of the station, 1234.5 or "1234.50", as it is written here; anything else unchanged. */
export function writtenAmount(value: string): string {
  return /^\d+(\.\d{1,2})?$/.test(value) ? Number(value).toFixed(2).replace('.', ',') : value;
}
