import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDocument } from '../../../tools/samples/document.ts';
import { createRandom } from '../../../tools/samples/random.ts';
import { truthFieldSchema } from '../../../tools/samples/truth.ts';
import { openWorkshop, type Workshop } from '../../../tools/samples/workshop.ts';
import { drawPenHand } from '../../../tools/samples/write/mixed.ts';
import { writeNotes } from '../../../tools/samples/write/notes.ts';
import type { Manners } from '../../../tools/samples/write/page.ts';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop(join(import.meta.dirname, '../../../resources'));
});

function fieldsOf(hand: 'typed' | 'handwritten', manners: Manners) {
  const plan = { kind: 'form', formId: 'accesso-atti', hand, damage: 'none', upsideDown: false } as const;
  return Object.entries(makeDocument(workshop, plan, 'mixed', 0, { manners }).facts.fields);
}

describe('a form filled in by machine and by pen', () => {
  it('has what a pen wrote told in its truth', () => {
    const fields = fieldsOf('typed', { mixed: 0.4 });
    const written = fields.filter(([, { text }]) => text !== '');
    const byPen = written.filter(([, { byHand }]) => byHand === true);
    expect(byPen.length).toBeGreaterThan(2);
    expect(byPen.length).toBeLessThan(written.length / 2 + 3);
    for (const [, field] of byPen) expect(truthFieldSchema.safeParse(field).success).toBe(true);
  });

  it('never has its signature and its marks told so, for these are by pen of themselves', () => {
    const byPen = fieldsOf('typed', { mixed: 1 }).filter(([, { byHand }]) => byHand === true);
    expect(byPen.map(([pointer]) => pointer)).not.toContain('/firma');
    expect(byPen.map(([pointer]) => pointer)).not.toContain('/modalita');
    expect(byPen.map(([pointer]) => pointer)).toContain('/data');
  });

  it('is as it was where nobody writes by pen, and where a hand fills in all', () => {
    expect(fieldsOf('typed', { mixed: 0, notes: 0 })).toEqual(fieldsOf('typed', {}));
    expect(fieldsOf('handwritten', { mixed: 0.4 })).toEqual(fieldsOf('handwritten', {}));
  });
});

describe('notes of an office', () => {
  it('are drawn on a page, the same for the same seed', () => {
    const page = workshop.forms.get('accesso-atti')?.drawn.layout.pages[0];
    if (page === undefined) throw new Error('the form has no page');
    const pen = drawPenHand(createRandom('office'), workshop.openFace);
    const drawn = Array.from({ length: 20 }, (_, index) => writeNotes(page, pen, createRandom(`notes ${index}`)));
    expect(drawn.every((elements) => elements.includes('<path'))).toBe(true);
    expect(new Set(drawn).size).toBe(20);
    expect(writeNotes(page, pen, createRandom('notes 3'))).toBe(drawn[3]);
  });
});
