import type { FieldReason } from '../model/field.ts';
import type { Policy } from '../model/form.ts';
import type { Box } from '../model/geometry.ts';
import type { Character, Opinion, ZoneReading } from '../model/reading.ts';
import type { FieldDescription } from './describe.ts';
import { type Normalised, nothingWritten } from './normalise/normalised.ts';

/** The opinions on a text. Agreement is of values, not of spellings that mean the same. */
export interface Support {
  /** Confidences of the opinions that give the same value as the reading, and of those that give another. */
  readonly agreeing: readonly number[];
  readonly dissenting: readonly number[];
  /** How many kinds of readers agree: those of one kind err together. */
  readonly kindsAgreeing: number;
  /** Confidences of those that dissent and of whose kind none agrees. */
  readonly dissentingOfOtherKind: readonly number[];
  /** How many of those that dissent do so in accents alone. */
  readonly dissentingInAccents: number;
  /** How many differ in blanks alone, which the ink tells better than they. */
  readonly dissentingInBlanks: number;
  /** How many of those that dissent do so in digits alone that the value has as letters, or the other way round, and spell no worse. */
  readonly dissentingInDigits: number;
  /** How many of those that dissent have more errors of spelling than the value. */
  readonly dissentingMisspelt: number;
  /** How many differ in capitals and small letters alone. */
  readonly dissentingInCase: number;
  /** Of the second readings by each kind of reader, the share that gives the same value; empty where none were made. */
  readonly steadiness: readonly number[];
}

export const noSupport: Support = {
  agreeing: [],
  dissenting: [],
  kindsAgreeing: 0,
  dissentingOfOtherKind: [],
  dissentingInAccents: 0,
  dissentingInBlanks: 0,
  dissentingInDigits: 0,
  dissentingMisspelt: 0,
  dissentingInCase: 0,
  steadiness: [],
};

/** How a value is spelt. */
export interface Spelling {
  /** Words long enough to be looked up. */
  readonly words: number;
  readonly errors: number;
  /** How many of the errors are words that the list lacks and that are like none of it. */
  readonly rare: number;
}

/** Everything known about one field before rules that look at several fields are applied. */
export interface Evidence {
  readonly description: FieldDescription;
  readonly normalised: Normalised;
  readonly raw: string;
  /** The characters of `raw`, each as sure as the engine was; empty for marks. */
  readonly characters: readonly Character[];
  readonly confidence: number;
  /** What each reader made of the text, where it stands in one zone and several were asked. */
  readonly opinions: readonly Opinion[];
  /** What the engines said that were asked, where the field is a text. */
  readonly support: Support;
  /** Null where the value has no words that a list of the language could have. */
  readonly spelling: Spelling | null;
  /** A dash says that there is nothing to say. */
  readonly isDashed: boolean;
  /** What kind of zones the field was read in, `pair` where beside a label without a zone; null where it was not read. */
  readonly source: ZoneReading['kind'] | 'pair' | null;
  /** Its zone has room for several lines, as fields have in which sentences are written. */
  readonly hasManyLines: boolean;
  /** Written one character to a cell. */
  readonly inCells: boolean;
  readonly handwritten: boolean;
  /** By hand on a page that a machine filled in: nothing follows for other fields. */
  readonly byPen: boolean;
  readonly policy: Policy;
  /** Reason that comes from the zone itself, such as several marks where one is wanted. */
  readonly doubt: FieldReason | null;
  readonly page: number;
  readonly box: Box | null;
}

/** What is known of a field that was not found on any page. */
export function unreadField(description: FieldDescription): Evidence {
  return {
    description,
    normalised: nothingWritten,
    raw: '',
    characters: [],
    confidence: 0,
    opinions: [],
    support: noSupport,
    spelling: null,
    isDashed: false,
    source: null,
    hasManyLines: false,
    inCells: false,
    handwritten: false,
    byPen: false,
    policy: 'accept',
    doubt: 'not-read',
    page: 0,
    box: null,
  };
}
