import type { DocumentState, PageState } from '../../contract/batch.ts';
import type { SourceState } from './tables/capture.ts';
import type { DeliveryState } from './tables/delivery.ts';

/** What has a state, and its states. */
export interface StatesByKind {
  source: SourceState;
  page: PageState;
  document: DocumentState;
  delivery: DeliveryState;
}
export type StatefulKind = keyof StatesByKind;

type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Nothing is left to verify: these are counted as finished. */
export const finishedStates: readonly DocumentState[] = ['verified', 'approved', 'delivered'];

/** Which state may follow which. What is not listed here cannot be written through `changeState`. */
export const transitions: { readonly [Kind in StatefulKind]: Transitions<StatesByKind[Kind]> } = {
  source: {
    stored: ['opened', 'refused'],
    opened: [],
    refused: [],
    duplicate: [],
  },
  page: {
    captured: ['read', 'quarantined'],
    // A person turned the page, said of which form it is, or changed what is looked for on it: it is read again.
    read: ['captured'],
    // A person puts the page back into the queue.
    quarantined: ['captured'],
  },
  document: {
    // `verified` straight from `read` is the machine's own word on a document without a doubt.
    read: ['verifying', 'verified', 'rescan', 'quarantined'],
    verifying: ['verified', 'rescan', 'quarantined'],
    verified: ['verifying', 'approved', 'rescan', 'quarantined'],
    approved: ['verifying', 'delivered'],
    delivered: [],
    // Its pages are there anew: with words of people that still hold it goes on being verified.
    rescan: ['read', 'verifying'],
    quarantined: ['verifying'],
  },
  delivery: {
    queued: ['sending', 'failed'],
    sending: ['queued', 'delivered', 'failed'],
    delivered: [],
    failed: ['queued'],
  },
};

export function canChange<Kind extends StatefulKind>(
  kind: Kind,
  from: StatesByKind[Kind],
  to: StatesByKind[Kind],
): boolean {
  const table: Transitions<StatesByKind[Kind]> = transitions[kind];
  return table[from].includes(to);
}
