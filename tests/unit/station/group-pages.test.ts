import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupPages, type PageToGroup } from '../../../station/pipeline/group-pages.ts';

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
