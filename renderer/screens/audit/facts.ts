import type { ParseKeys } from 'i18next';
import { membersOf } from '../../../contract/audit.ts';
import {
  type AuditEvent,
  count,
  type FactWords,
  field,
  goal,
  instant,
  named,
  onlyYes,
  origin,
  plain,
  role,
  separation,
  share,
  type Tell,
  tray,
  verdict,
  why,
  yesOrNo,
} from './fact-values.ts';

/**
 * What an event's detail says, in the person's language, for example `campo: Cognome`. Identifiers and codes that say
 * nothing to people are left to the detail as the log has it.
 */
export function factsOf(event: AuditEvent, words: FactWords): string[] {
  return Object.entries(membersOf(event.detail)).flatMap(([name, member]) => {
    const fact = facts[name];
    if (fact === undefined) return [];
    const [label, tell] = fact;
    const value = tell(member, words, event);
    return value === null ? [] : [words.t('audit.fact', { label: words.t(label), value })];
  });
}

const facts: Readonly<Record<string, readonly [label: ParseKeys, tell: Tell]>> = {
  before: ['audit.facts.before', count],
  blank: ['audit.facts.blank', onlyYes],
  by: ['audit.facts.by', separation],
  chosen: ['audit.facts.chosen', count],
  code: ['audit.facts.reason', why],
  corrected: ['audit.facts.corrected', count],
  despite: ['audit.facts.despite', onlyYes],
  destination: ['audit.facts.destination', plain],
  differs: ['audit.facts.differs', onlyYes],
  documents: ['audit.facts.documents', count],
  errorLimit: ['audit.facts.errorLimit', share],
  expectedSheets: ['audit.facts.expectedSheets', count],
  fields: ['audit.facts.fields', count],
  flagged: ['audit.facts.flagged', onlyYes],
  form: ['audit.facts.form', named],
  from: ['audit.facts.from', origin],
  givenNames: ['audit.facts.givenNames', count],
  idle: ['audit.facts.idle', onlyYes],
  open: ['audit.facts.open', count],
  pages: ['audit.facts.pages', count],
  pointer: ['audit.facts.pointer', field],
  practice: ['audit.facts.practice', onlyYes],
  protocolNumber: ['audit.facts.protocolNumber', plain],
  reason: ['audit.facts.reason', why],
  role: ['audit.facts.role', role],
  sampleRate: ['audit.facts.sampleRate', share],
  samples: ['audit.facts.samples', count],
  seesSpecialCategories: ['audit.facts.seesSpecialCategories', yesOrNo],
  sheets: ['audit.facts.sheets', count],
  streets: ['audit.facts.streets', count],
  surnames: ['audit.facts.surnames', count],
  threshold: ['audit.facts.threshold', share],
  to: ['audit.facts.to', goal],
  tray: ['audit.facts.tray', tray],
  until: ['audit.facts.until', instant],
  urgent: ['audit.facts.urgent', yesOrNo],
  verdict: ['audit.facts.verdict', verdict],
  verdicts: ['audit.facts.verdicts', count],
  wrong: ['audit.facts.wrong', count],
};
