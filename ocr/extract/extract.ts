import type { ExtractedField, ExtractedFields, FieldValue } from '../model/field.ts';
import type { FormPackage } from '../model/form.ts';
import type { PageReading } from '../model/result.ts';
import type { Agreement } from './checks/agreement.ts';
import { checkAgreement } from './checks.ts';
import { collectFindings } from './collect.ts';
import { decide, weighConfidence } from './decide.ts';
import { describeFields, type FieldDescription } from './describe.ts';
import { weighEvidence } from './evidence/weigh.ts';
import type { Evidence } from './evidence.ts';
import { proposalsOfNames, repairsOf, repairTogether, valuesOf } from './repair/repair-together.ts';
import type { Tables } from './tables.ts';
import { type SchemaFindings, validateRecord } from './validate.ts';

/**
 * Share of the written text above which a whole document counts as filled in by hand. A form is rarely filled in by hand
 * and by machine at once, and short handwritten values (a number, a date in a comb) look typed when seen alone.
 */
const handwrittenShare = 0.3;

/** Spreads the judgement "by hand" from the texts that show it to all texts of the document. */
function judgeHand(evidence: readonly Evidence[]): Evidence[] {
  const texts = evidence.filter(({ isText, raw }) => isText && raw.trim() !== '');
  const lengthOf = (items: readonly Evidence[]) => items.reduce((sum, { raw }) => sum + raw.length, 0);
  const byHand = lengthOf(texts.filter(({ handwritten }) => handwritten));
  if (byHand < handwrittenShare * lengthOf(texts)) return [...evidence];
  return evidence.map((item) => (item.isText && item.raw.trim() !== '' ? { ...item, handwritten: true } : item));
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

function toField(evidence: Evidence, schema: SchemaFindings, agreement: Agreement, demanded: boolean): ExtractedField {
  return {
    value: evidence.normalised.value,
    raw: evidence.raw,
    confidence: weighConfidence(evidence, agreement),
    ...decide(evidence, schema, agreement, demanded),
    candidates: [...evidence.normalised.candidates],
    page: evidence.page,
    boxPx: evidence.box,
  };
}

/**
 * Makes the fields of one document from what was read on its pages, in order: normalises each, repairs what rules allow,
 * validates the record against the schema and the fields against each other, and decides what a person must see.
 * Fields of layout pages that are not among `pages` are missing when the schema demands them.
 */
export function extractFields(form: FormPackage, pages: readonly PageReading[], tables: Tables): ExtractedFields {
  const findings = collectFindings(form, pages);
  const weighed = judgeHand(
    describeFields(form).map((description) =>
      weighEvidence(description, findings.get(description.pointer) ?? [], tables),
    ),
  );
  const repaired = repairTogether(form, weighed, tables);
  const values = valuesOf(repaired);
  const agreement = checkAgreement(form, values, tables, repairsOf(repaired));
  const schema = validateRecord(form, values);
  const names = proposalsOfNames(form, repaired);
  const proposalsFor = ({ description: { pointer } }: Evidence) => [
    ...[agreement.proposals.get(pointer)].filter((value) => value !== undefined),
    ...(names.get(pointer) ?? []),
  ];
  return Object.fromEntries(
    repaired.map((evidence) => [
      evidence.description.pointer,
      toField(propose(evidence, proposalsFor(evidence)), schema, agreement, isDemanded(evidence.description, values)),
    ]),
  );
}
