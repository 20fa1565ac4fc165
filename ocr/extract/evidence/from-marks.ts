import type { FieldDescription } from '../describe.ts';
import type { Evidence } from '../evidence.ts';
import { nothingWritten } from '../normalise/normalised.ts';
import { type Finding, unionBox } from './finding.ts';

function evidenceFromYesBox(finding: Finding<'mark'>): Partial<Evidence> {
  const marked = finding.reading.state === 'marked';
  return {
    normalised: { ...nothingWritten, value: marked },
    raw: String(marked),
    doubt: finding.reading.state === 'unclear' ? 'unclear-mark' : null,
  };
}

function evidenceFromChoices(description: FieldDescription, findings: Finding<'mark'>[]): Partial<Evidence> {
  const codeOf = (finding: Finding<'mark'>) => (finding.zone.kind === 'mark' ? String(finding.zone.value) : '');
  const marked = findings.filter(({ reading }) => reading.state === 'marked');
  const unclear = findings.filter(({ reading }) => reading.state === 'unclear');
  const codes = marked.map(codeOf);
  const doubt = unclear.length > 0 ? 'unclear-mark' : null;
  const candidates = [...codes, ...unclear.map(codeOf)];
  const place = { box: unionBox((marked.length > 0 ? marked : findings).map(({ reading }) => reading.box)) };
  const raw = String(marked.length > 0);
  if (description.type === 'strings') {
    return { ...place, raw, doubt, normalised: { ...nothingWritten, value: codes.length > 0 ? codes : null } };
  }
  const [only] = codes;
  const value = codes.length === 1 && only !== undefined ? only : null;
  return {
    ...place,
    raw,
    doubt: codes.length > 1 ? 'several-marks' : doubt,
    normalised: { ...nothingWritten, value, candidates: candidates.filter((code) => code !== value) },
  };
}

/** What the tick boxes of a field say together. */
export function evidenceFromMarks(description: FieldDescription, findings: Finding<'mark'>[]): Partial<Evidence> {
  const [first] = findings;
  const isYesBox = description.type === 'boolean' && first !== undefined;
  const common = {
    confidence: Math.min(...findings.map(({ reading }) => reading.confidence)),
    page: first?.page ?? 0,
    box: unionBox(findings.map(({ reading }) => reading.box)),
  };
  return { ...common, ...(isYesBox ? evidenceFromYesBox(first) : evidenceFromChoices(description, findings)) };
}
