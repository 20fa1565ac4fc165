import type { ParseKeys, TFunction } from 'i18next';
import type { AuditMember, AuditPage } from '../../../contract/audit.ts';
import { textIn } from '../../app/i18n.ts';
import { formatInstant, localeOf } from '../../ui/dates.ts';

export type AuditEvent = AuditPage['events'][number];

/** What the texts of an event are made with. */
export interface FactWords {
  readonly t: TFunction;
  readonly language: string;
  /** Names of people and titles of forms by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** The text of a member of an event's detail; null where it says nothing to people. */
export type Tell = (member: AuditMember, words: FactWords, event: AuditEvent) => string | null;

export const count: Tell = (member, { language }) =>
  typeof member === 'number' ? new Intl.NumberFormat(localeOf(language)).format(member) : null;

export const share: Tell = (member, { language }) =>
  typeof member === 'number'
    ? new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 }).format(member)
    : null;

export const instant: Tell = (member, { language }) =>
  typeof member === 'string' ? formatInstant(member, language) : null;

export const yesOrNo: Tell = (member, { t }) =>
  typeof member === 'boolean' ? t(member ? 'field.yes' : 'field.no') : null;

/** Said only where it is so. */
export const onlyYes: Tell = (member, { t }) => (member === true || typeof member === 'string' ? t('field.yes') : null);

export const plain = (member: AuditMember): string | null => (member === null ? null : String(member));

/** One of a closed list of codes; as it is where another edition knew another code. */
const coded =
  (texts: Readonly<Record<string, ParseKeys>>): Tell =>
  (member, { t }) => {
    const text = texts[String(member)];
    return text === undefined ? plain(member) : t(text);
  };

const rescanReason = coded({
  'cut-off': 'rescan.reasons.cut-off',
  folded: 'rescan.reasons.folded',
  blurred: 'rescan.reasons.blurred',
  'wrong-side': 'rescan.reasons.wrong-side',
  other: 'rescan.reasons.other',
});

export const why: Tell = (member, words, event) => {
  if (event.action === 'document.rescan') return rescanReason(member, words, event);
  const { reason } = event;
  return member === null ? null : reason === null ? String(member) : textIn(words.language, reason);
};

export const field: Tell = (member, { language }, event) =>
  event.field === null ? plain(member) : textIn(language, event.field);

export const named: Tell = (member, { names }) => names.get(String(member)) ?? plain(member);

export const verdict = coded({
  confirm: 'verdict.confirm',
  key: 'verdict.key',
  empty: 'verdict.empty',
  unreadable: 'verdict.unreadable',
});

export const role = coded({
  clerk: 'role.clerk',
  supervisor: 'role.supervisor',
  administrator: 'role.administrator',
  auditor: 'role.auditor',
});

export const tray = coded({
  blank: 'trayKind.blank',
  separator: 'trayKind.separator',
  removed: 'trayKind.removed',
  replaced: 'trayKind.replaced',
});

export const separation = coded({
  forms: 'separationBy.forms',
  'separator-sheets': 'separationBy.separator-sheets',
  'patch-codes': 'separationBy.patch-codes',
  'blank-pages': 'separationBy.blank-pages',
  sheets: 'separationBy.sheets',
});

const states: Readonly<Record<string, Tell>> = {
  document: coded({
    read: 'documentState.read',
    verifying: 'documentState.verifying',
    verified: 'documentState.verified',
    approved: 'documentState.approved',
    delivered: 'documentState.delivered',
    rescan: 'documentState.rescan',
    quarantined: 'documentState.quarantined',
  }),
  page: coded({
    captured: 'pageState.captured',
    read: 'pageState.read',
    quarantined: 'pageState.quarantined',
  }),
  delivery: coded({
    queued: 'deliveryState.queued',
    sending: 'deliveryState.sending',
    delivered: 'deliveryState.delivered',
    failed: 'deliveryState.failed',
  }),
  source: coded({
    stored: 'audit.sourceStates.stored',
    opened: 'audit.sourceStates.opened',
    refused: 'audit.sourceStates.refused',
    duplicate: 'audit.sourceStates.duplicate',
  }),
};

const formOrNone: Tell = (member, words, event) =>
  member === null ? words.t('batch.unknownForm') : named(member, words, event);

/** Where something came from: a state, a person's hands or a form. */
export const origin: Tell = (member, words, event) => {
  if (event.action === 'document.left-form') return formOrNone(member, words, event);
  if (event.action === 'document.taken-over') return named(member, words, event);
  return states[event.subjectKind]?.(member, words, event) ?? null;
};

/** Where it went to. A state is told by the name of the event already. */
export const goal: Tell = (member, words, event) => {
  if (event.action === 'document.left-form') return formOrNone(member, words, event);
  if (event.action !== 'document.assigned') return null;
  return member === null ? words.t('audit.anybody') : named(member, words, event);
};
