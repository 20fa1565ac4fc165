import type { FieldReason } from '../model/field.ts';
import type { Policy } from '../model/form.ts';
import type { Box } from '../model/geometry.ts';
import type { Character, Reading } from '../model/reading.ts';
import type { ZoneFinding } from './collect.ts';
import type { FieldDescription } from './describe.ts';
import { normaliseDate } from './normalise/date.ts';
import { normaliseForField } from './normalise/normalise.ts';
import { type Normalised, nothingWritten } from './normalise/normalised.ts';
import { repairReading } from './repair/repair-reading.ts';
import type { Tables } from './tables.ts';

/** Everything known about one field before rules that look at several fields are applied. */
export interface Evidence {
  readonly description: FieldDescription;
  readonly normalised: Normalised;
  readonly raw: string;
  /** The characters of `raw`, each as sure as the engine was; empty for marks. */
  readonly characters: readonly Character[];
  readonly confidence: number;
  /** Written as text, not marked or signed. */
  readonly isText: boolean;
  readonly handwritten: boolean;
  readonly policy: Policy;
  /** Reason that comes from the zone itself, such as several marks where one is wanted. */
  readonly doubt: FieldReason | null;
  readonly page: number;
  readonly box: Box | null;
}

type Finding<Kind extends ZoneFinding['reading']['kind']> = Omit<ZoneFinding, 'reading'> & {
  readonly reading: Extract<ZoneFinding['reading'], { kind: Kind }>;
};

function ofKind<Kind extends ZoneFinding['reading']['kind']>(
  findings: readonly ZoneFinding[],
  kind: Kind,
): Finding<Kind>[] {
  const isOfKind = (finding: ZoneFinding): finding is Finding<Kind> => finding.reading.kind === kind;
  return findings.filter(isOfKind);
}

function unionBox(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (first === undefined) return null;
  return others.reduce<Box>(
    (union, box) => [
      Math.min(union[0], box[0]),
      Math.min(union[1], box[1]),
      Math.max(union[2], box[2]),
      Math.max(union[3], box[3]),
    ],
    first,
  );
}

const strictness: readonly Policy[] = ['accept', 'confirm', 'key', 'double-key'];

function strictestPolicy(findings: readonly ZoneFinding[]): Policy {
  const ranks = findings.map(({ zone }) => strictness.indexOf(zone.policy ?? 'accept'));
  return strictness[Math.max(0, ...ranks)] ?? 'accept';
}

/** The characters of a reading; all as sure as the whole where the engine gave none that make up its text. */
function charactersOf({ text, confidence, characters }: Reading): Character[] {
  const spelt = characters.map((character) => character.text).join('');
  return spelt === text ? [...characters] : [...text].map((character) => ({ text: character, confidence }));
}

function evidenceFromTexts(
  description: FieldDescription,
  findings: Finding<'text'>[],
  tables: Tables,
): Partial<Evidence> {
  const written = findings.filter(({ reading }) => reading.reading.text.trim() !== '');
  const raw = written.map(({ reading }) => reading.reading.text).join(' ');
  const dateZone = findings.find(({ zone }) => zone.kind === 'date')?.zone;
  const normalise = (text: string) =>
    dateZone?.kind === 'date' && description.kind === 'date'
      ? normaliseDate(text, dateZone.order)
      : normaliseForField(description, text, tables);
  const characters = written.flatMap(({ reading }, index) => [
    ...(index === 0 ? [] : [{ text: ' ', confidence: 1 }]),
    ...charactersOf(reading.reading),
  ]);
  const normalised = normalise(raw);
  const read = written.length > 0 ? written : findings;
  return {
    // Codici fiscali are repaired later, when the other fields of the person are known.
    normalised:
      description.kind === 'codice-fiscale'
        ? normalised
        : repairReading(description.kind, characters, normalised, normalise),
    raw,
    characters,
    confidence: Math.min(...read.map(({ reading }) => reading.reading.confidence)),
    handwritten: written.some(({ reading }) => reading.handwritten),
    box: unionBox(read.map(({ reading }) => reading.reading.box)),
    page: read[0]?.page ?? 0,
  };
}

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

function evidenceFromMarks(description: FieldDescription, findings: Finding<'mark'>[]): Partial<Evidence> {
  const [first] = findings;
  const isYesBox = description.type === 'boolean' && first !== undefined;
  const common = {
    confidence: Math.min(...findings.map(({ reading }) => reading.confidence)),
    page: first?.page ?? 0,
    box: unionBox(findings.map(({ reading }) => reading.box)),
  };
  return { ...common, ...(isYesBox ? evidenceFromYesBox(first) : evidenceFromChoices(description, findings)) };
}

function evidenceFromSignature({ reading, page }: Finding<'signature'>): Partial<Evidence> {
  return {
    normalised: { ...nothingWritten, value: reading.present },
    raw: String(reading.present),
    confidence: reading.confidence,
    box: reading.box,
    page,
  };
}

/** Weighs what was read for one field, by the kind of its zones. */
export function weighEvidence(
  description: FieldDescription,
  findings: readonly ZoneFinding[],
  tables: Tables,
): Evidence {
  const texts = ofKind(findings, 'text');
  const marks = ofKind(findings, 'mark');
  const [signature] = ofKind(findings, 'signature');
  const unread: Evidence = {
    description,
    normalised: nothingWritten,
    raw: '',
    characters: [],
    confidence: 0,
    isText: texts.length > 0,
    handwritten: false,
    policy: strictestPolicy(findings),
    doubt: null,
    page: 0,
    box: null,
  };
  if (texts.length > 0) return { ...unread, ...evidenceFromTexts(description, texts, tables) };
  if (marks.length > 0) return { ...unread, ...evidenceFromMarks(description, marks) };
  if (signature) return { ...unread, ...evidenceFromSignature(signature) };
  return { ...unread, doubt: 'not-read' };
}
