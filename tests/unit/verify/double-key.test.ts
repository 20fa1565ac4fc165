import { describe, expect, it } from 'vitest';
import type { Word } from '../../../station/store/verdicts.ts';
import { weighKeyings } from '../../../station/verify/double-key.ts';

const word = (accountId: string, value: Word['value'], kind: Word['kind'] = 'key'): Word => ({
  ...{ kind, value, accountId, despite: null, at: '2026-03-02T09:00:00.000Z' },
});

describe('a field that two people key', () => {
  it('waits for a second person, however often the first keys it', () => {
    expect(weighKeyings([])).toEqual({ kind: 'keying', by: [] });
    const twice = [word('anna', 'ROSSI'), word('anna', 'RUSSO')];
    expect(weighKeyings(twice)).toEqual({ kind: 'keying', by: [word('anna', 'RUSSO')] });
  });

  it('is settled when two people say the same', () => {
    const same = weighKeyings([word('anna', 'ROSSI'), word('bruno', 'ROSSI')]);
    expect(same).toEqual({ kind: 'settled', word: word('bruno', 'ROSSI') });
  });

  it('takes a third person when they differ, and then what that one says', () => {
    const two = [word('anna', 'ROSSI'), word('bruno', 'RUSSO')];
    expect(weighKeyings(two).kind).toBe('differing');
    expect(weighKeyings([...two, word('carla', 'ROSSO')])).toEqual({ kind: 'settled', word: word('carla', 'ROSSO') });
  });

  it('does not take nothing there and nothing readable for the same', () => {
    expect(weighKeyings([word('anna', null, 'empty'), word('bruno', null, 'unreadable')]).kind).toBe('differing');
    expect(weighKeyings([word('anna', null, 'empty'), word('bruno', null, 'empty')]).kind).toBe('settled');
  });
});
