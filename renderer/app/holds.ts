import type { Hold } from '../../contract/work.ts';

interface OfDocument {
  readonly documentId: string;
}

/** The verbs of the station that are asked here. */
export interface HoldVerbs {
  hold(asked: OfDocument): Promise<Hold>;
  release(asked: OfDocument): Promise<null>;
  takeOver(asked: OfDocument): Promise<null>;
}

/** What this window asks about documents in its hands. */
export interface Holds {
  /** Takes a document in hand, or keeps it. */
  hold(documentId: string): Promise<Hold>;
  release(documentId: string): Promise<null>;
  /** Takes a document from whoever has it. */
  takeOver(documentId: string): Promise<Hold>;
}

/**
 * Asks for documents and gives them back one request after the other, in the order in which the screens say so: a document
 * that was left and is opened again must not be given back after it was taken.
 */
export function createHolds(work: HoldVerbs): Holds {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(ask);
    // Whoever asked is told of a failure; what comes after it is asked all the same.
    last = answer.catch(() => {});
    return answer;
  };
  return {
    hold: (documentId) => inTurn(() => work.hold({ documentId })),
    release: (documentId) => inTurn(() => work.release({ documentId })),
    takeOver: (documentId) =>
      inTurn(async () => {
        await work.takeOver({ documentId });
        return await work.hold({ documentId });
      }),
  };
}
