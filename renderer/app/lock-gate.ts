import { ORPCError } from '@orpc/client';

/**
 * Where requests wait while the window is locked. What a screen asks for under the lock is neither refused nor lost: it
 * is sent once the same person is back, so that the work stays exactly as it was left.
 */
export interface LockGate {
  /** Sends a request, again if need be, until the window is not locked. Rejects when somebody else came instead. */
  pass<Answer>(send: () => Promise<Answer>): Promise<Answer>;
  /** Told who is at the window. */
  follow(presence: { readonly accountId: string | null; readonly locked: boolean }): void;
}

const pauseAfterRefusalMs = 200;

export function createLockGate(): LockGate {
  let accountId: string | null = null;
  let opening: PromiseWithResolvers<void> | null = null;

  async function opened(): Promise<void> {
    await opening?.promise;
  }

  return {
    async pass(send) {
      for (;;) {
        await opened();
        try {
          return await send();
        } catch (error) {
          if (!(error instanceof ORPCError) || error.code !== 'LOCKED') throw error;
          // The station locked the window a moment before it says so.
          await new Promise((resolve) => setTimeout(resolve, pauseAfterRefusalMs));
        }
      }
    },
    follow(presence) {
      if (presence.accountId !== accountId) {
        opening?.reject(new Error('somebody else is at the window'));
        opening = null;
      }
      accountId = presence.accountId;
      if (!presence.locked) {
        opening?.resolve();
        opening = null;
      } else if (opening === null) {
        opening = Promise.withResolvers();
        // Nobody may be waiting when it is rejected.
        opening.promise.catch(() => {});
      }
    },
  };
}
