import { type AuditFilter, type AuditMember, type AuditPage, membersOf } from '../../contract/audit.ts';
import { scanStopCodeSchema } from '../../contract/capture.ts';
import type { Bilingual } from '../../contract/common.ts';
import { describeFields } from '../../ocr/extract/describe.ts';
import { failureCodeSchema } from '../../ocr/model/failure.ts';
import { deliveryFailures } from '../deliver/delivery-failure.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { AuditEventRow } from '../store/tables/work.ts';
import { tellStop } from '../texts/scan-stops.ts';
import { tellFailure } from '../texts/tell.ts';
import type { Forms } from '../verify/present-page.ts';
import { nameThing } from './name-thing.ts';

/** Events to a page. */
const pageSize = 100;

/** The newest events that fit the filter, each with what people call what it names. */
export function readAudit(store: ReadableStore, forms: Forms, filter: AuditFilter): AuditPage {
  const { accountId, subjectId, from, to, before } = filter;
  let events = store.query.selectFrom('audit_events').selectAll();
  if (accountId !== null) events = events.where('actor', '=', accountId);
  if (subjectId !== null) events = events.where('subjectId', '=', subjectId);
  if (from !== null) events = events.where('at', '>=', from);
  if (to !== null) events = events.where('at', '<', to);
  if (before !== null) events = events.where('seq', '<', before);
  const rows = store.all(events.orderBy('seq', 'desc').limit(pageSize + 1));
  const names = namesOfAccounts(store);
  return {
    events: rows.slice(0, pageSize).map((row) => {
      const { seq, at, actor, action, subjectKind, subjectId: subject, detail } = row;
      const { pointer = null, reason = null, code = null } = membersOf(detail);
      return {
        ...{ seq, at, action, subjectKind, detail },
        actor: names.get(actor) ?? actor,
        subjectId: subject,
        thing: nameThing(store, subjectKind, subject),
        field: titleOfField(store, forms, row, pointer),
        reason: tellReason(reason) ?? tellDeliveryCode(code),
      };
    }),
    more: rows.length > pageSize,
  };
}

function titleOfField(
  { first, query }: ReadableStore,
  forms: Forms,
  { subjectKind, subjectId }: AuditEventRow,
  pointer: AuditMember,
): Bilingual | null {
  if (typeof pointer !== 'string') return null;
  const ofDocument = () => first(query.selectFrom('documents').select('formKey').where('id', '=', subjectId))?.formKey;
  const form = forms.get((subjectKind === 'form' ? subjectId : ofDocument()) ?? '');
  if (form === undefined) return null;
  return describeFields(form).find((field) => field.pointer === pointer)?.title ?? null;
}

/** Why a file, a page or a scan did not get on. */
function tellReason(code: AuditMember): Bilingual | null {
  const failure = failureCodeSchema.safeParse(code);
  if (failure.success) return tellFailure(failure.data).message;
  const stop = scanStopCodeSchema.safeParse(code);
  return stop.success ? tellStop(stop.data).message : null;
}

function tellDeliveryCode(code: AuditMember): Bilingual | null {
  return Object.entries(deliveryFailures).find(([known]) => known === code)?.[1].message ?? null;
}
