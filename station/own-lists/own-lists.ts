import type { AuditAction } from '../../contract/audit-actions.ts';
import type { OwnListId } from '../../contract/form.ts';
import { formatNames, parseNames } from '../../ocr/extract/tables/names.ts';
import { parseStreets } from '../../ocr/extract/tables/streets.ts';

/** A list that a municipality may give, and what is kept of it. */
export interface OwnList {
  readonly id: OwnListId;
  readonly action: AuditAction;
  /** Columns that the list must have, any of them. */
  readonly columns: readonly string[];
  /** What to keep and how much it is; null where the columns are not there. */
  read(csv: string): ReadList | null;
}

export interface ReadList {
  readonly kept: string;
  readonly counts: Readonly<Record<string, number>>;
}

const streets: OwnList = {
  id: 'streets',
  action: 'streets.added',
  columns: ['ODONIMO'],
  read(csv) {
    const names = parseStreets(csv);
    return names === null ? null : { kept: csv, counts: { streets: names.length } };
  },
};

const names: OwnList = {
  id: 'names',
  action: 'names.added',
  columns: ['COGNOME', 'NOME'],
  read(csv) {
    const list = parseNames(csv);
    if (list === null) return null;
    // Nothing else of the register is kept, and not who bears which name.
    return { kept: formatNames(list), counts: { surnames: list.surnames.length, givenNames: list.givenNames.length } };
  },
};

export const ownLists: Readonly<Record<OwnListId, OwnList>> = { streets, names };
