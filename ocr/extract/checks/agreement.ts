import type { FieldReason, FieldValue } from '../../model/field.ts';

export type Values = Readonly<Record<string, FieldValue>>;

/** What the fields say of each other. */
export interface Agreement {
  /** Fields that another one confirms as a whole. */
  readonly confirmed: ReadonlySet<string>;
  /** Names of which others hold letters: the codice fiscale three of them, an address of mail all. */
  readonly supported: ReadonlySet<string>;
  /** Fields that another one contradicts, with the rule that is broken. */
  readonly contradicted: ReadonlyMap<string, FieldReason>;
  /** Values that follow from other fields, for fields that cannot be right as they stand. */
  readonly proposals: ReadonlyMap<string, string>;
}

/** An agreement while the checks of a form are applied one after the other. */
export interface GrowingAgreement extends Agreement {
  readonly confirmed: Set<string>;
  readonly supported: Set<string>;
  readonly contradicted: Map<string, FieldReason>;
  readonly proposals: Map<string, string>;
}

/** The text of a field; null where it is empty, no text, or not named at all. */
export function textAt(values: Values, pointer: string | undefined): string | null {
  const value = pointer === undefined ? null : values[pointer];
  return typeof value === 'string' && value !== '' ? value : null;
}
