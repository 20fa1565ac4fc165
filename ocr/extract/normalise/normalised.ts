import type { FieldReason, FieldValue } from '../../model/field.ts';

/** What a rule made of a text. `value` null with no problem means that nothing is written there. */
export interface Normalised {
  readonly value: FieldValue;
  /** The rule changed characters that were read, not only their form. */
  readonly repaired: boolean;
  /** The value is one of a closed list or carries its own check, and passed. */
  readonly corroborated: boolean;
  readonly problem: FieldReason | null;
  /** Other values that the text allows, best first. */
  readonly candidates: readonly string[];
}

export const nothingWritten: Normalised = {
  value: null,
  repaired: false,
  corroborated: false,
  problem: null,
  candidates: [],
};

export function plainValue(value: string): Normalised {
  return { ...nothingWritten, value: value === '' ? null : value };
}
