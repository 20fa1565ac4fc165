import { describe, expect, test } from 'vitest';
import { createHolds, type HoldVerbs } from '../../../renderer/app/holds.ts';

interface Asked {
  readonly what: string;
  answer(): void;
  fail(): void;
}

/** A station that answers what it is asked when the test says so. */
function slowStation() {
  const asked: Asked[] = [];
  const take =
    <Answer>(verb: string, given: Answer) =>
    ({ documentId }: { readonly documentId: string }): Promise<Answer> => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const what = `${verb} ${documentId}`;
      asked.push({ what, answer: () => resolve(given), fail: () => reject(new Error(what)) });
      return promise;
    };
  const verbs: HoldVerbs = {
    hold: take('hold', { kind: 'held' }),
    release: take('release', null),
    takeOver: take('takeOver', null),
  };
  return { verbs, sent: () => asked.map(({ what }) => what), last: () => asked.at(-1) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what a window asks about documents in its hands', () => {
  test('is asked in the order of the screens: what is opened again is not given back after it was taken', async () => {
    const { verbs, sent, last } = slowStation();
    const holds = createHolds(verbs);
    void holds.release('a');
    const again = holds.hold('a');
    await settled();
    expect(sent()).toEqual(['release a']);
    last()?.answer();
    await settled();
    expect(sent()).toEqual(['release a', 'hold a']);
    last()?.answer();
    expect(await again).toEqual({ kind: 'held' });
  });

  test('is asked though what came before was refused, and whoever asked that is told', async () => {
    const { verbs, sent, last } = slowStation();
    const holds = createHolds(verbs);
    const refused = expect(holds.takeOver('a')).rejects.toThrow('takeOver a');
    void holds.hold('b');
    await settled();
    last()?.fail();
    await refused;
    await settled();
    expect(sent()).toEqual(['takeOver a', 'hold b']);
  });
});
