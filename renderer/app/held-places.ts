/** A value that somebody was typing and had not accepted yet. */
export interface HalfTyped {
  readonly documentId: string;
  readonly pointer: string;
  readonly text: string;
  /** Instant of the word that stood on the field meanwhile; null where there was none. */
  readonly wordAt: string | null;
}

/**
 * Where each person was when somebody else took the window, and what they were typing there, so that they come back to the
 * same document with nothing lost. Held in this window's memory only and given to nobody else.
 */
export interface HeldPlaces {
  /** Notes what is being typed now; null when nothing is. */
  note(typing: HalfTyped | null): void;
  /** Keeps the address and what is being typed at this moment. */
  keep(accountId: string, address: string): void;
  /** The address, once. */
  take(accountId: string): string | null;
  /** What this person was typing on a document when they left; null when nothing was, or it was on another one. */
  typedBy(accountId: string, documentId: string): HalfTyped | null;
  /** What a person was typing is back in their hands. */
  forgetTyped(accountId: string): void;
}

export function createHeldPlaces(): HeldPlaces {
  const places = new Map<string, string>();
  const typed = new Map<string, HalfTyped>();
  let typing: HalfTyped | null = null;
  return {
    note(next) {
      typing = next;
    },
    keep(accountId, address) {
      places.set(accountId, address);
      if (typing !== null) typed.set(accountId, typing);
    },
    take(accountId) {
      const address = places.get(accountId) ?? null;
      places.delete(accountId);
      return address;
    },
    typedBy(accountId, documentId) {
      const held = typed.get(accountId);
      return held?.documentId === documentId ? held : null;
    },
    forgetTyped: (accountId) => void typed.delete(accountId),
  };
}
