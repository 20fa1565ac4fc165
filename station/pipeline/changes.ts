/** Tells who listens that something of a batch changed. What changed is read from the store. */
export interface BatchChanges {
  /** Calls `listener` after each change of the batch; returns a function that stops it. */
  subscribe(batchId: string, listener: () => void): () => void;
  announce(batchId: string): void;
}

export function createBatchChanges(): BatchChanges {
  const listeners = new Map<string, Set<() => void>>();
  return {
    subscribe(batchId, listener) {
      const own = listeners.get(batchId) ?? new Set();
      listeners.set(batchId, own);
      own.add(listener);
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(batchId) === own) listeners.delete(batchId);
      };
    },
    announce(batchId) {
      for (const listener of [...(listeners.get(batchId) ?? [])]) listener();
    },
  };
}
