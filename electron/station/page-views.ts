import { randomUUID } from 'node:crypto';
import type { PageViewAnswer } from '../../contract/station-wire.ts';

export interface PageViews {
  open(): { requestId: string; answer: Promise<PageViewAnswer> };
  settle(requestId: string, answer: PageViewAnswer): void;
  refuseAll(detail: string): void;
}

/** Requests for pictures that wait for the station's answer. */
export function createPageViews(): PageViews {
  const waiting = new Map<string, (answer: PageViewAnswer) => void>();
  return {
    open() {
      const requestId = randomUUID();
      const answer = new Promise<PageViewAnswer>((resolve) => waiting.set(requestId, resolve));
      return { requestId, answer };
    },
    settle(requestId, answer) {
      waiting.get(requestId)?.(answer);
      waiting.delete(requestId);
    },
    refuseAll(detail) {
      for (const resolve of waiting.values()) resolve({ kind: 'refused', reason: 'failed', detail });
      waiting.clear();
    },
  };
}
