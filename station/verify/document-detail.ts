import type { Account } from '../../contract/account.ts';
import type { DocumentDetail } from '../../contract/document.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { StationCore } from '../core.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import { checkedPointers } from '../store/checks.ts';
import type { ReadableStore } from '../store/connection.ts';
import { deliveriesOfDocument, findDestination, receiptOf } from '../store/deliveries.ts';
import { findDocument, machineFields, pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { zonesOfDocument } from '../store/readings.ts';
import { wordsByField } from '../store/verdicts.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { type AskedField, askField, isOpenTo, wordsInForce } from './ask-fields.ts';
import { isSecondPerson } from './four-eyes.ts';
import { policiesOf } from './policies.ts';
import { presentFields, presentSummary } from './present-document.ts';
import { type Forms, presentPage } from './present-page.ts';
import { readingsOfFields } from './readings-of-fields.ts';
import { weighWords } from './weigh-words.ts';

/** What is needed to judge fields: the forms, and the code tables. */
export interface Knowledge {
  readonly forms: Forms;
  readonly tables: Tables;
}

export async function loadKnowledge(station: Pick<StationCore, 'forms' | 'loadTables'>): Promise<Knowledge> {
  const [forms, tables] = await Promise.all([station.forms.byKey(), station.loadTables()]);
  return { forms, tables };
}

/** Throws an AppError for an unknown document. */
export function requireDocument(store: ReadableStore, id: string): StoredDocument {
  const document = findDocument(store, id);
  if (document === undefined) throw refuse('no-such-document');
  return document;
}

/** The fields of a document with people's words over them, and what each field's policy makes of it. */
export function weighDocument(
  store: ReadableStore,
  document: StoredDocument,
  { forms, tables }: Knowledge,
): AskedField[] {
  const form = forms.get(document.formKey ?? '') ?? null;
  const { id } = document;
  const context = {
    policies: policiesOf(form),
    checked: checkedPointers(store, id),
    words: wordsByField(store, id),
  };
  return weighWords(form, machineFields(store, id), wordsInForce(context), tables).map((one) => askField(one, context));
}

/** Everything a screen shows the viewer of one document. Throws an AppError for an unknown one. */
export function documentDetail(
  store: ReadableStore,
  viewer: Account,
  id: string,
  knowledge: Knowledge,
): DocumentDetail {
  const { forms, tables } = knowledge;
  const document = requireDocument(store, id);
  const names = namesOfAccounts(store);
  const weighed = weighDocument(store, document, knowledge);
  const form = forms.get(document.formKey ?? '') ?? null;
  const read = form === null ? new Map() : readingsOfFields(form, zonesOfDocument(store, id), weighed, tables);
  const { verifiedBy } = document;
  return {
    ...presentSummary(document, forms),
    openFields: weighed.filter((one) => isOpenTo(one, viewer.id)).length,
    fields: presentFields(form, weighed, { names, viewer, read }),
    pageList: pagesOfDocument(store, document).map((page) => presentPage(page, forms)),
    ownWork: !isSecondPerson(store, viewer, document),
    verifiedBy: verifiedBy === null ? null : { id: verifiedBy, name: names.get(verifiedBy) ?? verifiedBy },
    receipt: receiptFor(store, id),
  };
}

function receiptFor(store: ReadableStore, documentId: string): DocumentDetail['receipt'] {
  const delivery = deliveriesOfDocument(store, documentId).find(({ state }) => state === 'delivered');
  const receipt = delivery && receiptOf(delivery);
  if (!delivery || !receipt) return null;
  const { protocolNumber, registeredAt } = receipt;
  const destination = findDestination(store, delivery.destinationId)?.title ?? delivery.destinationId;
  return { protocolNumber, registeredAt, destination };
}
