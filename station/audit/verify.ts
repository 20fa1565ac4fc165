import type { ReadableStore } from '../store/connection.ts';
import { chainStart, hashEvent } from './chain.ts';
import type { ChainEnd } from './chain-end.ts';

export type AuditFault =
  /** Events are missing before this one. */
  | 'gap'
  /** The event does not follow from the one before it: something was removed, put in or moved. */
  | 'broken-link'
  /** The event's own content is not what was hashed. */
  | 'altered'
  /** The log ends before, or goes on after, its recorded end. */
  | 'wrong-end'
  /** At an end that was noted earlier the log is another: it was cut there or written anew, its own end included. */
  | 'rewritten';

export interface AuditReport {
  readonly events: number;
  readonly faults: readonly { readonly seq: number; readonly fault: AuditFault }[];
  /** Where the log ends now, to be noted elsewhere. */
  readonly end: ChainEnd;
}

const eventsAtATime = 1000;

/**
 * Checks the whole audit log: numbering, links, hashes and the recorded end. Another station may be writing meanwhile:
 * what it appends after the start is left to the next check. Whoever can write the whole database can also chain it anew, with
 * another end: only an end that was `noted` elsewhere shows that.
 */
export function verifyAudit(store: ReadableStore, noted: ChainEnd | null = null): AuditReport {
  const head = readHead(store);
  const faults: { seq: number; fault: AuditFault }[] = [];
  let previous = { seq: 0, hash: chainStart };
  let events = 0;
  for (let page = readEvents(store, 0, head.seq); page.length > 0; page = readEvents(store, previous.seq, head.seq)) {
    for (const event of page) {
      if (event.seq !== previous.seq + 1) faults.push({ seq: event.seq, fault: 'gap' });
      if (event.previousHash !== previous.hash) faults.push({ seq: event.seq, fault: 'broken-link' });
      if (hashEvent(event) !== event.hash) faults.push({ seq: event.seq, fault: 'altered' });
      previous = event;
    }
    events += page.length;
  }
  const grew = readHead(store).seq !== head.seq;
  const isEnd = previous.seq === head.seq && previous.hash === head.hash;
  if (!isEnd || (!grew && hasEventsAfter(store, head.seq))) faults.push({ seq: previous.seq, fault: 'wrong-end' });
  if (noted !== null && !wasReached(store, noted)) faults.push({ seq: noted.seq, fault: 'rewritten' });
  return { events, faults, end: { seq: previous.seq, hash: previous.hash } };
}

function wasReached(store: ReadableStore, { seq, hash }: ChainEnd): boolean {
  if (seq === 0) return hash === chainStart;
  const found = store.first(store.query.selectFrom('audit_events').select('hash').where('seq', '=', seq));
  return found?.hash === hash;
}

function readHead(store: ReadableStore) {
  const head = store.first(store.query.selectFrom('audit_head').select(['seq', 'hash']));
  return head ?? { seq: 0, hash: chainStart };
}

function readEvents(store: ReadableStore, after: number, upTo: number) {
  return store.all(
    store.query
      .selectFrom('audit_events')
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(eventsAtATime),
  );
}

function hasEventsAfter(store: ReadableStore, seq: number): boolean {
  const next = store.query.selectFrom('audit_events').select('seq').where('seq', '>', seq).limit(1);
  return store.first(next) !== undefined;
}
