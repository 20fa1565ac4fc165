import { type BatchFilter, everyBatch } from './filter.ts';

/** Which batches a person looks for, while they are on another screen. Held in this window's memory only. */
export interface HeldFilter {
  read(): BatchFilter;
  note(filter: BatchFilter): void;
  /** For whoever signs in next. */
  forget(): void;
}

export function createHeldFilter(): HeldFilter {
  let held = everyBatch;
  return {
    read: () => held,
    note(filter) {
      held = filter;
    },
    forget() {
      held = everyBatch;
    },
  };
}
