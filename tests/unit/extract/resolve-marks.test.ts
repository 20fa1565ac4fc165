import { describe, expect, it } from 'vitest';
import { resolveMarks } from '../../../ocr/extract/evidence/resolve-marks.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';

type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;

/** A box marked in a manner, with its share of ink. */
function box(manner: MarkReading['manner'], inkShare = 0): MarkReading {
  const state = manner === 'none' ? 'empty' : manner === 'stroke' || manner === 'solid' ? 'marked' : 'unclear';
  return { kind: 'mark', zone: 'box', manner, state, confidence: 0.99, inkShare, box: [0, 0, 1, 1] };
}

const none = box('none');
const tick = box('stroke', 0.25);

describe('of boxes of which one may be marked', () => {
  it.each<[string, MarkReading[], number[]]>([
    ['a tick', [none, tick, none], [1]],
    ['a box filled in', [box('solid', 0.8), none], [0]],
    ['a tick beside whose neighbour a stroke passes', [tick, box('beside')], [0]],
    ['a tick beside whose neighbour there is dust', [tick, box('faint', 0)], [0]],
    ['nothing at all', [none, none], []],
  ])('%s is plain', (_, boxes, marked) => {
    expect(resolveMarks(boxes, true)).toEqual({ marked, doubt: null, possible: [] });
  });

  it.each<[string, MarkReading[], number[]]>([
    ['a mark scribbled out beside a tick gives the tick', [box('solid', 0.8), tick], [1]],
    ['a box filled in beside a ring gives the ring', [box('solid', 0.8), box('around'), none], [1]],
    [
      'a box filled in beside a ring gives the ring, not what lies beside',
      [box('beside'), box('around'), box('solid', 0.9)],
      [1],
    ],
    [
      'a box filled in gives a thick stroke, though that has much ink',
      [box('solid', 0.84), none, box('stroke', 0.6)],
      [2],
    ],
    [
      'a mark scribbled out where toner was faint gives the stroke beside another box',
      [box('stroke', 0.47), box('beside')],
      [1],
    ],
    ['the less inked of two filled in boxes is meant', [box('solid', 0.95), none, box('solid', 0.8)], [2]],
    ['a ring alone is meant', [none, box('around')], [1]],
    ['a faint stroke alone is meant', [box('faint', 0.03), none], [0]],
    ['a stroke beside a box is meant where no other is marked', [none, box('beside')], [1]],
    ['the tail of a heavy cross is no mark', [box('stroke', 0.5), box('stroke', 0.08)], [0]],
    [
      'a box filled in beside crumbs, which a faded stroke may have left',
      [none, box('faint', 0), box('solid', 0.85)],
      [2],
    ],
    ['a box filled in beside one that cannot be seen', [box('solid', 0.85), box('unseen')], [0]],
  ])('%s, for a person to confirm', (_, boxes, marked) => {
    expect(resolveMarks(boxes, true)).toMatchObject({ marked, doubt: 'unclear' });
  });

  it('two like marks leave the choice to a person', () => {
    expect(resolveMarks([tick, none, tick], true)).toEqual({ marked: [], doubt: 'several', possible: [0, 2] });
  });

  it('a box that cannot be seen leaves a doubt', () => {
    expect(resolveMarks([none, box('unseen')], true)).toMatchObject({ marked: [], doubt: 'unclear' });
  });

  it('a box that cannot be seen leaves none beside a plain mark', () => {
    expect(resolveMarks([tick, box('unseen')], true)).toEqual({ marked: [0], doubt: null, possible: [] });
  });
});

describe('of boxes of which several may be marked', () => {
  it('all that are marked are meant', () => {
    expect(resolveMarks([tick, none, tick], false)).toEqual({ marked: [0, 2], doubt: null, possible: [] });
    expect(resolveMarks([tick, none, box('stroke', 0.47)], false)).toMatchObject({ marked: [0, 2], doubt: null });
  });

  it('a box filled in beside ticks, and any hint of a mark, is shown to a person', () => {
    expect(resolveMarks([tick, box('solid', 0.8)], false)).toMatchObject({ marked: [0, 1], doubt: 'unclear' });
    expect(resolveMarks([tick, box('beside')], false)).toMatchObject({ marked: [0, 1], doubt: 'unclear' });
    expect(resolveMarks([box('around'), none, box('beside')], false)).toMatchObject({
      marked: [0, 2],
      doubt: 'unclear',
    });
    expect(resolveMarks([tick, box('unseen')], false)).toMatchObject({ marked: [0], doubt: 'unclear', possible: [1] });
  });
});
