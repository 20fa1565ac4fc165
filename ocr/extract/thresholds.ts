import type { ValueKind } from '../model/form.ts';

/**
 * The one place where it stands how confident a reading must be to need no person.
 *
 * The numbers are set by hand on samples, so that hardly any accepted value is wrong: they stand in for a fit to a target
 * share of false accepts, which needs verdicts of operators. Three levels of evidence explain them: what carries a check of
 * its own gets by with less, free writing needs the usual, and what no rule can catch (one digit more or less in a number)
 * needs the most.
 */
const checked = 0.8;
const usual = 0.9;
const uncheckable = 0.92;

export const leastConfidence: Readonly<Record<ValueKind, number>> = {
  text: usual,
  surname: usual,
  'given-name': usual,
  'codice-fiscale': checked,
  // One digit checks ten: a wrong one passes more often than with the letter of a codice fiscale.
  'partita-iva': 0.85,
  iban: checked,
  'document-number': uncheckable,
  date: usual,
  // A misread name is hardly ever another comune's.
  comune: 0.75,
  // Of a hundred known pairs of letters many are one letter apart.
  province: 0.85,
  cap: usual,
  street: usual,
  'street-number': usual,
  country: usual,
  // Longer than most, of characters that make no words.
  email: 0.93,
  phone: uncheckable,
  number: uncheckable,
  amount: uncheckable,
  plate: usual,
  sex: usual,
};

/** A mark is compared with the same box of the empty form: what remains open there is told as unclear by itself. */
export const leastMarkConfidence = 0.8;
