import type { Cell } from '../draw/cells.ts';

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

export function line(share: number, label: string, field: string): Cell {
  return { kind: 'line', share, label, field };
}

export function date(share: number, label: string, field: string): Cell {
  return { kind: 'date', share, label: `${label} (giorno, mese, anno)`, field };
}

/** What may stand in each cell. Homocodes put the letters L, M, N and P to V where digits stand. */
const codiceFiscalePattern = '^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$';

/** A codice fiscale. */
export function codiceFiscale(share: number, field: string): Cell {
  return {
    kind: 'comb',
    share,
    label: 'Codice fiscale',
    field,
    cells: 16,
    charset: capitals + digits,
    pattern: codiceFiscalePattern,
  };
}

export function cap(share: number, field: string): Cell {
  return { kind: 'comb', share, label: 'CAP', field, cells: 5, charset: digits, pattern: '^[0-9]{5}$' };
}

export const sexOptions = [
  { value: 'F', text: 'F' },
  { value: 'M', text: 'M' },
] as const;
