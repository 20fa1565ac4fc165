import type { Policy } from '../../model/form.ts';
import type { ZoneFinding } from '../collect.ts';
import type { FieldDescription } from '../describe.ts';
import { type Evidence, unreadField } from '../evidence.ts';
import type { Tables } from '../tables/tables.ts';
import { ofKind } from './finding.ts';
import { evidenceFromBarcode } from './from-barcode.ts';
import { evidenceFromMarks } from './from-marks.ts';
import { evidenceFromSignature } from './from-signature.ts';
import { evidenceFromTexts } from './from-texts.ts';

const strictness: readonly Policy[] = ['accept', 'confirm', 'key', 'double-key'];

function strictestPolicy(findings: readonly ZoneFinding[]): Policy {
  const ranks = findings.map(({ zone }) => strictness.indexOf(zone.policy ?? 'accept'));
  return strictness[Math.max(0, ...ranks)] ?? 'accept';
}

/** Weighs what was read for one field, by the kind of its zones. What lies under a cover may be more than what is seen. */
export function weighEvidence(
  description: FieldDescription,
  findings: readonly ZoneFinding[],
  tables: Tables,
): Evidence {
  const seen = weighSeen(description, findings, tables);
  return findings.some(({ covered }) => covered) ? { ...seen, doubt: 'covered' } : seen;
}

function weighSeen(description: FieldDescription, findings: readonly ZoneFinding[], tables: Tables): Evidence {
  const texts = ofKind(findings, 'text');
  const marks = ofKind(findings, 'mark');
  const [signature] = ofKind(findings, 'signature');
  const [barcode] = ofKind(findings, 'barcode');
  const unread = { ...unreadField(description), policy: strictestPolicy(findings) };
  const known = { ...unread, doubt: null };
  if (texts.length > 0) return { ...known, source: 'text', ...evidenceFromTexts(description, texts, tables) };
  if (marks.length > 0) return { ...known, source: 'mark', ...evidenceFromMarks(description, marks) };
  if (signature) return { ...known, source: 'signature', ...evidenceFromSignature(signature) };
  if (barcode) return { ...known, source: 'barcode', ...evidenceFromBarcode(description, barcode, tables) };
  return unread;
}
