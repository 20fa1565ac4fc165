import type { AuditThing } from '../../contract/audit.ts';
import { type AuditSubject, auditSubjects } from '../../contract/audit-actions.ts';
import type { ReadableStore } from '../store/connection.ts';

/** What the thing that an event is about is called now; null for what is not here any more. */
export function nameThing(store: ReadableStore, kind: string, id: string): AuditThing | null {
  const subject = auditSubjects.find((known) => known === kind);
  return subject === undefined ? null : finders[subject](store, id);
}

type Finder = (store: ReadableStore, id: string) => AuditThing | null;

/** What is known by its identifier. */
const byItself: Finder = (_store, id) => ({ ...nothing, name: id });

const nothing: AuditThing = { name: null, number: null, batch: null };

const finders: Readonly<Record<AuditSubject, Finder>> = {
  account({ first, query }, id) {
    const found = first(query.selectFrom('accounts').select('name').where('id', '=', id));
    return found === undefined ? null : { ...nothing, name: found.name };
  },
  batch({ first, query }, id) {
    const found = first(query.selectFrom('batches').select('name').where('id', '=', id));
    return found === undefined ? null : { ...nothing, name: found.name };
  },
  delivery(store, id) {
    const found = store.first(store.query.selectFrom('deliveries').select('documentId').where('id', '=', id));
    return found === undefined ? null : finders.document(store, found.documentId);
  },
  destination({ first, query }, id) {
    const found = first(query.selectFrom('destinations').select('title').where('id', '=', id));
    return found === undefined ? null : { ...nothing, name: found.title };
  },
  document({ first, query }, id) {
    const found = first(
      query
        .selectFrom('documents')
        .innerJoin('batches', 'batches.id', 'documents.batchId')
        .select(['documents.ordinal', 'batches.name'])
        .where('documents.id', '=', id),
    );
    return found === undefined ? null : { ...nothing, number: found.ordinal + 1, batch: found.name };
  },
  page({ first, query }, id) {
    const found = first(
      query
        .selectFrom('pages')
        .innerJoin('sources', 'sources.id', 'pages.sourceId')
        .innerJoin('batches', 'batches.id', 'pages.batchId')
        .select(['sources.name', 'pages.pageIndex', 'batches.name as batch'])
        .where('pages.id', '=', id),
    );
    return found === undefined ? null : { name: found.name, number: found.pageIndex + 1, batch: found.batch };
  },
  source({ first, query }, id) {
    const found = first(
      query
        .selectFrom('sources')
        .innerJoin('batches', 'batches.id', 'sources.batchId')
        .select(['sources.name', 'batches.name as batch'])
        .where('sources.id', '=', id),
    );
    return found === undefined ? null : { ...nothing, name: found.name, batch: found.batch };
  },
  'watched-folder'({ first, query }, id) {
    const found = first(query.selectFrom('watched_folders').select('path').where('id', '=', id));
    return found === undefined ? null : { ...nothing, name: found.path };
  },
  form: byItself,
  scanner: byItself,
  station: byItself,
};
