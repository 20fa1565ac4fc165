import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../../contract/batch.ts';
import { canChange, transitions } from '../../../station/store/states.ts';

const machines = Object.entries(transitions).map(([kind, table]) => ({
  kind,
  table: new Map<string, readonly string[]>(Object.entries(table)),
}));
const start = new Map([
  ['source', ['stored', 'refused', 'duplicate']],
  ['page', ['captured']],
  ['document', ['read', 'quarantined']],
  ['delivery', ['queued']],
]);

function reachable(table: ReadonlyMap<string, readonly string[]>, from: readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const state of seen) for (const next of table.get(state) ?? []) seen.add(next);
  return seen;
}

describe.each(machines)('the states of a $kind', ({ kind, table }) => {
  it('lead only to states that exist, and never to themselves', () => {
    for (const [state, followers] of table) {
      for (const follower of followers) {
        expect(table.has(follower)).toBe(true);
        expect(follower).not.toBe(state);
      }
    }
  });

  it('can all be reached from where it begins', () => {
    expect(reachable(table, start.get(kind) ?? [])).toEqual(new Set(table.keys()));
  });
});

const documentStates = fc.constantFrom(
  ...(['read', 'verifying', 'verified', 'approved', 'delivered', 'rescan', 'quarantined'] as const),
);

describe('a document', () => {
  it('that is delivered stays delivered', () => {
    fc.assert(fc.property(documentStates, (to) => !canChange('document', 'delivered', to)));
  });

  it('is approved before it is delivered and verified before it is approved, on every way there', () => {
    fc.assert(
      fc.property(fc.array(documentStates, { maxLength: 40 }), (wishes) => {
        let state: DocumentState = 'read';
        const way: DocumentState[] = [state];
        for (const wish of wishes) {
          if (!canChange('document', state, wish)) continue;
          state = wish;
          way.push(state);
        }
        for (const [index, at] of way.entries()) {
          if (at === 'delivered') expect(way[index - 1]).toBe('approved');
          if (at === 'approved') expect(way[index - 1]).toBe('verified');
        }
      }),
    );
  });
});

describe('a page', () => {
  it('that is read is never quarantined afterwards', () => {
    expect(canChange('page', 'read', 'quarantined')).toBe(false);
    expect(canChange('page', 'quarantined', 'captured')).toBe(true);
  });
});
