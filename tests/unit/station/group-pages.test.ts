import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPages, type PageToGroup } from '../../../station/pipeline/group-pages.ts';
import { addLengthNotices } from '../../../station/pipeline/length-notices.ts';

type Sketch = Partial<Omit<PageToGroup, 'registration'>> & { readonly form?: readonly [string, number] };

/** Pages named p0, p1, ... all of source `s` unless said otherwise. */
function pages(...sketches: readonly Sketch[]): PageToGroup[] {
  return sketches.map(({ form, ...sketch }, index) => ({
    ...{ id: `p${index}`, sourceId: 's', sheet: null, state: 'read', blank: false, notAligned: null },
    ...{ cut: null, afterSeparator: null, reference: null },
    registration: form === undefined ? null : { formKey: form[0], layoutPage: form[1] },
    ...sketch,
  }));
}

function shape(groups: ReturnType<typeof groupPages>): string[] {
  return groups.map((group) => `${group.kind === 'form' ? group.formKey : group.kind}: ${group.pageIds.join(' ')}`);
}

describe('grouping pages into documents', () => {
  it('joins the pages of a form that follow each other, also from one-page files', () => {
    expect(shape(groupPages(pages({ sourceId: 'a', form: ['f', 0] }, { sourceId: 'b', form: ['f', 1] })))).toEqual([
      'f: p0 p1',
    ]);
  });

  it('begins a new document when the form begins anew', () => {
    const piled = pages({ form: ['f', 0] }, { form: ['f', 1] }, { form: ['f', 0] }, { form: ['f', 1] });
    expect(shape(groupPages(piled))).toEqual(['f: p0 p1', 'f: p2 p3']);
  });

  it('keeps a document together when a page of it is missing in the same file', () => {
    expect(shape(groupPages(pages({ form: ['f', 0] }, { form: ['f', 2] })))).toEqual(['f: p0 p1']);
  });

  it('does not join pages of different files across a missing page', () => {
    const piled = pages({ sourceId: 'a', form: ['f', 0] }, { sourceId: 'b', form: ['f', 2] });
    expect(shape(groupPages(piled))).toEqual(['f: p0', 'f: p1']);
  });

  it('keeps different forms apart', () => {
    expect(shape(groupPages(pages({ form: ['f', 0] }, { form: ['g', 1] })))).toEqual(['f: p0', 'g: p1']);
  });

  it('puts a blank page with what is before it in the same file, and the form goes on after it', () => {
    const piled = pages({ form: ['f', 0] }, { blank: true }, { form: ['f', 1] }, { blank: true });
    expect(shape(groupPages(piled))).toEqual(['f: p0 p1 p2 p3']);
  });

  it('keeps a blank page that stands alone', () => {
    expect(shape(groupPages(pages({ form: ['f', 0] }, { sourceId: 'b', blank: true })))).toEqual([
      'f: p0',
      'plain: p1',
    ]);
  });

  it('makes one document of the other pages of one file', () => {
    const piled = pages({}, {}, { sourceId: 'b' }, { blank: true, sourceId: 'b' }, { sourceId: 'b' });
    expect(shape(groupPages(piled))).toEqual(['plain: p0 p1', 'plain: p2 p3 p4']);
  });

  it('keeps a quarantined page among the pages around it, and alone when none could be read', () => {
    const piled = pages({}, { state: 'quarantined' }, { sourceId: 'b', state: 'quarantined' });
    expect(shape(groupPages(piled))).toEqual(['plain: p0 p1', 'quarantined: p2']);
  });

  it('sets pages apart that were recognised but not aligned', () => {
    const piled = pages({ form: ['f', 0] }, { notAligned: 'f' }, {});
    expect(shape(groupPages(piled))).toEqual(['f: p0', 'not-aligned: p1', 'plain: p2']);
  });

  it('puts every page into exactly one document, in order', () => {
    const anyPage = fc.record({
      sourceId: fc.constantFrom('a', 'b'),
      state: fc.constantFrom('read' as const, 'quarantined' as const),
      blank: fc.boolean(),
      notAligned: fc.option(fc.constant('f')),
      form: fc.option(fc.tuple(fc.constantFrom('f', 'g'), fc.nat(3)), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyPage, { maxLength: 30 }), (sketches) => {
        const piled = pages(...sketches.map(({ form, ...rest }) => (form === undefined ? rest : { ...rest, form })));
        const ids = groupPages(piled).flatMap(({ pageIds }) => [...pageIds]);
        expect(ids).toEqual(piled.map(({ id }) => id));
      }),
    );
  });
});

describe('grouping the pages of a pile that is cut otherwise', () => {
  it('puts a person’s word before everything else', () => {
    const piled = pages({ form: ['f', 0] }, { form: ['f', 1], cut: 'begins' }, { form: ['f', 0], cut: 'joins' });
    const groups = groupPages(piled);
    expect(shape(groups)).toEqual(['f: p0', 'f: p1 p2']);
    expect(groups.map(({ notices }) => notices)).toEqual([[], []]);
  });

  it('begins a document after each separator, with its reference, until the next', () => {
    const piled = pages(
      { afterSeparator: 'sound', reference: 'A/1' },
      { reference: 'A/1', sourceId: 't' },
      { afterSeparator: 'damaged', reference: null },
      { reference: null },
    );
    const groups = groupPages(piled, { by: 'separator-sheets' });
    expect(shape(groups)).toEqual(['plain: p0 p1', 'plain: p2 p3']);
    expect(groups).toMatchObject([
      { reference: 'A/1', notices: [] },
      { reference: null, notices: ['after-damaged-separator'] },
    ]);
  });

  it('takes form and attachments between two separators for one document of that form', () => {
    const piled = pages({}, { form: ['f', 0] }, { form: ['f', 1] }, { notAligned: 'g' });
    expect(shape(groupPages(piled, { by: 'patch-codes' }))).toEqual(['f: p0 p1 p2 p3']);
  });

  it('notes a form that begins twice between two separators', () => {
    const piled = pages({ form: ['f', 0] }, { form: ['f', 1] }, { form: ['f', 0] });
    expect(groupPages(piled, { by: 'separator-sheets' })).toMatchObject([
      { notices: ['two-first-pages'], beginsAnewAt: ['p2'] },
    ]);
  });

  it('cuts after so many sheets, front and back counted once', () => {
    const piled = pages({ sheet: 1 }, { sheet: 1 }, { sheet: 2 }, { sheet: 3 }, { sheet: 3 });
    expect(shape(groupPages(piled, { by: 'sheets', sheets: 2 }))).toEqual(['plain: p0 p1 p2', 'plain: p3 p4']);
  });

  it('keeps the back of a sheet with its front, unless a form begins there', () => {
    const piled = pages(
      { sheet: 1, form: ['f', 0] },
      { sheet: 1, sourceId: 't' },
      { sheet: 2, form: ['f', 0] },
      { sheet: 2, form: ['g', 0] },
    );
    expect(shape(groupPages(piled))).toEqual(['f: p0 p1', 'f: p2', 'g: p3']);
  });
});

describe('the length of documents', () => {
  const ofLengths = (lengths: readonly number[]) =>
    groupPages(
      lengths.flatMap((length) =>
        pages(...Array.from({ length }, (_, at) => (at === 0 ? ({ afterSeparator: 'sound' } as const) : {}))),
      ),
      { by: 'separator-sheets' },
    );

  it('is noted where one is much longer than the others', () => {
    const noted = addLengthNotices(ofLengths([2, 2, 3, 7, 2]), { by: 'separator-sheets' }, new Map());
    expect(noted.map(({ notices }) => notices.length)).toEqual([0, 0, 0, 1, 0]);
  });

  it('says nothing where a pile is cut at its forms, or has few documents', () => {
    const groups = ofLengths([2, 2, 3, 7, 2]);
    expect(addLengthNotices(groups, { by: 'forms' }, new Map())).toEqual(groups);
    const few = ofLengths([2, 9]);
    expect(addLengthNotices(few, { by: 'separator-sheets' }, new Map())).toEqual(few);
  });
});
