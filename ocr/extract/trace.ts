import type { FieldValue } from '../model/field.ts';
import type { FormPackage } from '../model/form.ts';
import type { PageReading } from '../model/result.ts';
import { proposeByHand } from './by-hand/propose.ts';
import { isFilledInByHand } from './by-hand/whole-document.ts';
import type { Agreement } from './checks/agreement.ts';
import { checkAgreement } from './checks.ts';
import { collectFindings } from './collect.ts';
import { describeFields, type FieldDescription, hasLayout } from './describe.ts';
import { evidenceFromPairs } from './evidence/from-pairs.ts';
import { weighEvidence } from './evidence/weigh.ts';
import type { Evidence } from './evidence.ts';
import { repairsOf, repairTogether, takeNamesOfCodes, valuesOf } from './repair/repair-together.ts';
import type { Tables } from './tables/tables.ts';
import { type SchemaFindings, validateRecord } from './validate.ts';

/** One field with everything that speaks for and against its value, before anything is decided. */
export interface FieldTrace {
  readonly evidence: Evidence;
  /** What the fields of the document say of each other. */
  readonly agreement: Agreement;
  readonly schema: SchemaFindings;
  /** Whether something must stand here: in repeating parts only where something of its row is. */
  readonly demanded: boolean;
  /** The document as a whole is filled in by hand. */
  readonly documentByHand: boolean;
  /** Mean confidence of all characters read on the document, 0 to 1; 1 where none were. */
  readonly legibility: number;
  /** How often engines differed on the document: logarithm of the odds, 0 where as often as not. */
  readonly quarrel: number;
}

function isWritten({ source, raw }: Evidence): boolean {
  return source === 'text' && raw.trim() !== '';
}

function isByHand(evidence: readonly Evidence[]): boolean {
  return isFilledInByHand(
    evidence
      .filter(isWritten)
      .map(({ raw, handwritten, byPen }) => ({ text: raw, handwritten: handwritten && !byPen })),
  );
}

/** Spreads the judgement "by hand" from the texts that show it to all texts of the document. */
function spreadHand(evidence: readonly Evidence[]): Evidence[] {
  return evidence.map((item) => (isWritten(item) ? { ...item, handwritten: true } : item));
}

function legibilityOf(evidence: readonly Evidence[]): number {
  const characters = evidence.flatMap((item) => item.characters).filter(({ text }) => text.trim() !== '');
  if (characters.length === 0) return 1;
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
}

/** Texts on which engines gave different values against those on which they did not, each counted as half a text more. */
function quarrelOf(evidence: readonly Evidence[]): number {
  const texts = evidence.filter(isWritten);
  const divided = texts.filter(({ support }) => support.dissenting.length > 0).length;
  return Math.log((divided + 0.5) / (texts.length - divided + 0.5));
}

/** Whether the field must be filled: in repeating parts only where something of its row is. */
export function isDemanded(description: FieldDescription, values: Readonly<Record<string, FieldValue>>): boolean {
  const { row, required } = description;
  if (!required || row === null) return required;
  const prefix = `${row.rows}/${row.index}/`;
  return Object.entries(values).some(([pointer, value]) => pointer.startsWith(prefix) && value !== null);
}

/** Puts what follows from other fields before the candidates of a field. */
function propose(evidence: Evidence, proposals: readonly string[]): Evidence {
  const { normalised } = evidence;
  const candidates = [...new Set([...proposals, ...normalised.candidates])];
  return { ...evidence, normalised: { ...normalised, candidates } };
}

function weighZones(form: FormPackage, pages: readonly PageReading[], tables: Tables): Evidence[] {
  const findings = collectFindings(form, pages);
  return describeFields(form).map((description) =>
    weighEvidence(description, findings.get(description.pointer) ?? [], tables),
  );
}

/**
 * Gathers what is known of every field of one document from what was read on its pages, in order: normalises each, repairs
 * what rules allow, validates the record against the schema and the fields against each other.
 */
export function traceFields(form: FormPackage, pages: readonly PageReading[], tables: Tables): FieldTrace[] {
  const weighed = hasLayout(form) ? weighZones(form, pages, tables) : evidenceFromPairs(form, pages, tables);
  const documentByHand = isByHand(weighed);
  const judged = documentByHand ? spreadHand(weighed) : weighed;
  const proposed = judged.map((evidence) => proposeByHand(evidence, tables));
  const repaired = repairTogether(form, proposed, tables);
  const values = valuesOf(repaired);
  const agreement = checkAgreement(form, values, tables, repairsOf(repaired));
  const schema = validateRecord(form, values);
  const legibility = legibilityOf(repaired);
  const quarrel = quarrelOf(repaired);
  return takeNamesOfCodes(form, repaired, tables).map((evidence) => {
    const { pointer } = evidence.description;
    const proposals = [agreement.proposals.get(pointer) ?? []].flat();
    const demanded = isDemanded(evidence.description, values);
    return { evidence: propose(evidence, proposals), agreement, schema, demanded, documentByHand, legibility, quarrel };
  });
}
