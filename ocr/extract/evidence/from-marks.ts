import type { FieldReason } from '../../model/field.ts';
import type { FieldDescription } from '../describe.ts';
import type { Evidence } from '../evidence.ts';
import { nothingWritten } from '../normalise/normalised.ts';
import { type Finding, unionBox } from './finding.ts';
import { type ResolvedMarks, resolveMarks } from './resolve-marks.ts';

const reasonOf: Readonly<Record<NonNullable<ResolvedMarks['doubt']>, FieldReason>> = {
  several: 'several-marks',
  unclear: 'unclear-mark',
};

/** What the tick boxes of a field say together. */
export function evidenceFromMarks(description: FieldDescription, findings: Finding<'mark'>[]): Partial<Evidence> {
  const readings = findings.map(({ reading }) => reading);
  const { marked, doubt, possible } = resolveMarks(readings, description.type === 'string');
  const decisive = readings.filter((_, index) => marked.length === 0 || marked.includes(index));
  const codesOf = (indices: readonly number[]) => indices.flatMap((index) => codeOf(findings[index]) ?? []);
  const value = valueFor(description, marked, codesOf(marked));
  return {
    normalised: { ...nothingWritten, value, candidates: codesOf(possible) },
    raw: String(marked.length > 0),
    // A stroke that passes beside an empty box says nothing where another is marked.
    confidence: Math.min(
      ...readings.filter(({ manner }) => manner !== 'beside' || doubt !== null).map(({ confidence }) => confidence),
    ),
    doubt: doubt === null ? null : reasonOf[doubt],
    page: findings[0]?.page ?? 0,
    box: unionBox(decisive.map(({ box }) => box)),
  };
}

function valueFor(
  { type }: FieldDescription,
  marked: readonly number[],
  codes: string[],
): Evidence['normalised']['value'] {
  if (type === 'boolean') return marked.length > 0;
  if (type === 'strings') return codes.length > 0 ? codes : null;
  return codes[0] ?? null;
}

function codeOf(finding: Finding<'mark'> | undefined): string | null {
  return finding?.zone.kind === 'mark' && typeof finding.zone.value === 'string' ? finding.zone.value : null;
}
