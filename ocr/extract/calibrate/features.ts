import type { FieldValue } from '../../model/field.ts';
import { proseKinds } from '../evidence/elect-value.ts';
import type { Evidence, Support } from '../evidence.ts';
import { hasKnownShape } from '../normalise/document-number.ts';
import type { FieldTrace } from '../trace.ts';
import type { Family } from './calibration.ts';
import { isLetterOrDigit, isSuspicious } from './suspicion.ts';

/** What a model is told of a field. Features that are 0 are left out. */
export interface Features {
  readonly family: Family;
  /** The kind of value; kinds that are seen often enough are told apart. */
  readonly kind: string;
  readonly values: ReadonlyMap<string, number>;
}

/** Engines are never quite sure, and one that is quite unsure says no more than one that is fairly. */
const leastProbability = 0.02;
const mostProbability = 0.999;
const wordsOfSentence = 5;
/** On pages less legible than this, in log odds, every further step says more. */
const wornBelow = 4.5;

/** Logarithm of the odds, the scale on which evidence adds up. */
export function logOdds(probability: number): number {
  const kept = Math.min(mostProbability, Math.max(leastProbability, probability));
  return Math.log(kept / (1 - kept));
}

function familyOf({ evidence: { source, raw } }: FieldTrace): Family | null {
  if (source === 'mark' || source === 'signature') return source;
  if (source === null || source === 'pair') return null;
  if (raw.trim() === '') return 'empty';
  return source === 'text' ? 'text' : null;
}

function kindOf(family: Family, { description }: Evidence): string {
  return family === 'text' ? description.kind : family;
}

function flag(condition: boolean): number {
  return condition ? 1 : 0;
}

function textFeatures({ evidence, agreement, schema }: FieldTrace): Record<string, number> {
  const { characters, description, normalised, handwritten, inCells } = evidence;
  const { pointer } = description;
  const written = characters.filter(({ text }) => text.trim() !== '').map(({ confidence }) => confidence);
  const confidences = written.length > 0 ? written : [evidence.confidence];
  const mean = confidences.reduce((sum, confidence) => sum + confidence, 0) / confidences.length;
  const product = confidences.reduce((whole, confidence) => whole * confidence, 1);
  return {
    reading: logOdds(evidence.confidence),
    'least-character': logOdds(Math.min(...confidences)),
    'mean-character': logOdds(mean),
    'all-characters': logOdds(product),
    ...supportFeatures(evidence.support),
    length: Math.log2(1 + confidences.length),
    'by-hand': flag(handwritten),
    'by-hand-in-cells': flag(handwritten && inCells),
    corroborated: flag(normalised.corroborated),
    repaired: flag(normalised.repaired),
    confirmed: flag(agreement.confirmed.has(pointer)),
    supported: flag(agreement.supported.has(pointer)),
    contradicted: flag(agreement.contradicted.has(pointer)),
    problem: flag(normalised.problem !== null || schema.broken.has(pointer)),
    'no-value': flag(normalised.value === null),
    'known-shape': flag(description.kind === 'document-number' && hasKnownShape(String(normalised.value))),
    unfinished: flag(isUnfinished(normalised.value)),
    'unfinished-prose': flag(evidence.hasManyLines && isUnfinished(normalised.value)),
    'few-capitals': flag(description.kind === 'text' && fewCapitals.test(String(normalised.value))),
    'letter-or-digit': flag(isLetterOrDigit(String(normalised.value))),
    // A digit among letters is usual in a code and a misreading in a word.
    [`suspicious:${description.kind}`]: flag(isSuspicious(evidence)),
    ...spellingFeatures(evidence),
    // How often engines differ depends on the kind, and so does what it means.
    [`divided:${description.kind}`]: flag(evidence.support.dissenting.length > 0),
  };
}

/** Two or three capitals that stand together may be entries of their own, written apart: A B. */
const fewCapitals = /^\p{Lu}{2,3}$/u;

/** A sentence without its full stop: often that was too thin to be read. */
function isUnfinished(value: FieldValue): boolean {
  return typeof value === 'string' && value.split(' ').length >= wordsOfSentence && !/[.!?]$/.test(value);
}

/** More errors than this say no more. */
const mostErrors = 3;

/** Of prose nearly every word is listed, of names three in four: what a missing one means differs. */
function spellingFeatures({ description: { kind }, spelling, support }: Evidence): Record<string, number> {
  if (spelling === null) return {};
  const of = proseKinds.includes(kind) ? 'prose' : 'name';
  // A word that is not listed but that all engines read is one that the list lacks, more often than a misreading.
  const how = support.dissenting.length > 0 ? 'divided' : 'undivided';
  const rare = Math.min(spelling.rare, spelling.errors);
  return {
    [`well-spelt:${of}`]: flag(spelling.words > 0 && spelling.errors === rare),
    [`misspelt-${how}:${of}`]: Math.min(mostErrors, spelling.errors - rare),
    [`rare-${how}:${of}`]: Math.min(mostErrors, rare),
  };
}

function supportFeatures({
  agreeing,
  dissenting,
  kindsAgreeing,
  dissentingOfOtherKind,
  dissentingInAccents,
  dissentingInBlanks,
  dissentingInDigits,
  dissentingMisspelt,
  dissentingInCase,
  steadiness,
}: Support): Record<string, number> {
  return {
    'opinions-agreeing': agreeing.length,
    'opinions-dissenting': dissenting.length,
    'sureness-agreeing': agreeing.reduce((sum, confidence) => sum + logOdds(confidence), 0),
    'sureness-dissenting': dissenting.reduce((sum, confidence) => sum + logOdds(confidence), 0),
    'kinds-agreeing': flag(kindsAgreeing > 1),
    'dissenting-of-other-kind': dissentingOfOtherKind.length,
    // One who is sure of something else outweighs two of one kind, who err together.
    'sureness-of-other-kind': dissentingOfOtherKind.reduce(
      (sum, confidence) => sum + Math.max(0, logOdds(confidence)),
      0,
    ),
    'dissenting-in-accents': dissentingInAccents,
    'dissenting-in-digits': dissentingInDigits,
    'dissenting-in-blanks': dissentingInBlanks,
    'dissenting-misspelt': dissentingMisspelt,
    'dissenting-in-case': dissentingInCase,
    'read-again': flag(steadiness.length > 0),
    'steady-most': Math.max(0, ...steadiness),
    'steady-least': steadiness.length > 0 ? Math.min(...steadiness) : 0,
    undivided: flag(dissenting.length === 0 && agreeing.length > 1),
  };
}

function emptyFeatures({ evidence, demanded, documentByHand }: FieldTrace): Record<string, number> {
  return {
    reading: logOdds(evidence.confidence),
    'in-cells': flag(evidence.inCells),
    demanded: flag(demanded),
    'document-by-hand': flag(documentByHand),
  };
}

function markFeatures({ evidence, documentByHand, legibility }: FieldTrace): Record<string, number> {
  // A mark that fell beside its box or is too faint leaves a question without an answer, and does so on bad pages.
  const unanswered = flag(evidence.description.type !== 'boolean' && evidence.raw === 'false');
  return {
    unanswered,
    'unanswered-illegible': unanswered * (logOdds(mostProbability) - logOdds(legibility)),
    reading: logOdds(evidence.confidence),
    unclear: flag(evidence.doubt !== null),
    marked: flag(evidence.raw === 'true'),
    'document-by-hand': flag(documentByHand),
  };
}

function ownFeatures(family: Family, trace: FieldTrace): Record<string, number> {
  if (family === 'text') return textFeatures(trace);
  return family === 'empty' ? emptyFeatures(trace) : markFeatures(trace);
}

/** Turns a field's evidence into numbers; null for one that was not read, or that checks itself as a barcode does. */
export function featuresOf(trace: FieldTrace): Features | null {
  const family = familyOf(trace);
  if (family === null) return null;
  const kind = kindOf(family, trace.evidence);
  const values = {
    always: 1,
    ...ownFeatures(family, trace),
    legibility: logOdds(trace.legibility),
    worn: Math.max(0, wornBelow - logOdds(trace.legibility)),
    quarrel: trace.quarrel,
  };
  const told = Object.entries(values).filter(([, value]) => value !== 0);
  return { family, kind, values: new Map([...told, [`kind:${kind}`, 1]]) };
}
