import { formatRoute } from './route.ts';

/** Something that somebody had begun on a document and not said yet. */
interface Begun {
  readonly documentId: string;
  readonly text: string;
}

/** A value that somebody was typing and had not accepted yet. */
export interface HalfTyped extends Begun {
  readonly pointer: string;
  /** Instant of the word that stood on the field meanwhile; null where there was none. */
  readonly wordAt: string | null;
}

/** A comment that somebody was writing and had not noted yet. */
export interface HalfComment extends Begun {
  /** The field in focus at which it was begun; null when every field had its word. */
  readonly pointer: string | null;
  /** Whether it is about that field, else about the document. */
  readonly onField: boolean;
}

/** What people had begun of one kind. */
export interface BegunWork<Kind extends Begun> {
  /** Notes what is being written now; null when nothing is. */
  note(begun: Kind | null): void;
  /** What this person had begun on a document when they left; null when nothing was, or it was on another one. */
  by(accountId: string, documentId: string): Kind | null;
  /** What a person had begun is back in their hands. */
  forget(accountId: string): void;
}

/** What this window remembers when its page is loaded again; its sessionStorage. */
export type WindowMemory = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Where each person was when somebody else took the window, and what they were writing there, so that they come back to the
 * same document with nothing lost. Held in this window's memory only and given to nobody else.
 */
export interface HeldPlaces {
  readonly values: BegunWork<HalfTyped>;
  readonly comments: BegunWork<HalfComment>;
  /** Keeps the address and what is being written at this moment. */
  keep(accountId: string, address: string): void;
  /**
   * Where a person who comes begins: the address that was kept, once. Null to stay at the window's present one, which outlasts
   * a page that is loaded anew or a station that starts again, but is only theirs when nobody else was here last.
   */
  take(accountId: string): string | null;
}

const lastPersonKey = 'tabularium.last-person';

export function createHeldPlaces(memory: WindowMemory): HeldPlaces {
  const places = new Map<string, string>();
  const values = holdBegun<HalfTyped>();
  const comments = holdBegun<HalfComment>();
  return {
    ...{ values, comments },
    keep(accountId, address) {
      places.set(accountId, address);
      values.keep(accountId);
      comments.keep(accountId);
    },
    take(accountId) {
      const address = places.get(accountId) ?? null;
      places.delete(accountId);
      const last = memory.getItem(lastPersonKey) ?? accountId;
      memory.setItem(lastPersonKey, accountId);
      return address ?? (last === accountId ? null : formatRoute({ screen: 'batches' }));
    },
  };
}

function holdBegun<Kind extends Begun>(): BegunWork<Kind> & { keep(accountId: string): void } {
  const held = new Map<string, Kind>();
  let present: Kind | null = null;
  return {
    note(begun) {
      present = begun;
    },
    keep(accountId) {
      if (present !== null) held.set(accountId, present);
    },
    by(accountId, documentId) {
      const begun = held.get(accountId);
      return begun?.documentId === documentId ? begun : null;
    },
    forget: (accountId) => void held.delete(accountId),
  };
}
