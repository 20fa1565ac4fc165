import type { Separation } from '../../contract/pile.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { PageGroup } from './group-pages.ts';

/** A document this many times as long as its form, or as the median of its pile, may be two. */
const suspiciousFactor = 2;
/** Below so many pages nothing is said: attachments of a few pages are usual. */
const leastPages = 4;
/** So few documents have no usual length. */
const leastDocuments = 4;

/**
 * Notes documents that are much longer than their form or than the others of the pile: a separator may have been missed.
 * Only where separators cut the pile; where forms or a count do, length says nothing.
 */
export function addLengthNotices(
  groups: readonly PageGroup[],
  { by }: Separation,
  forms: ReadonlyMap<string, FormPackage>,
): PageGroup[] {
  if (by === 'forms' || by === 'sheets') return [...groups];
  const lengths = groups.map(({ pageIds }) => pageIds.length).sort((left, right) => left - right);
  const usual = lengths.length < leastDocuments ? null : (lengths[lengths.length >> 1] ?? null);
  return groups.map((group) => {
    const pages = group.pageIds.length;
    if (pages < leastPages) return group;
    const ofForm = group.kind === 'form' ? pagesOfForm(forms.get(group.formKey)) : null;
    if (ofForm !== null && pages > suspiciousFactor * ofForm) return withNotice(group, 'longer-than-form');
    if (usual !== null && pages > suspiciousFactor * usual) return withNotice(group, 'longer-than-others');
    return group;
  });
}

function pagesOfForm(form: FormPackage | undefined): number | null {
  if (form === undefined || form.layouts.length === 0) return null;
  return Math.max(...form.layouts.map(({ pages }) => pages.length));
}

function withNotice(group: PageGroup, notice: 'longer-than-form' | 'longer-than-others'): PageGroup {
  return { ...group, notices: [...group.notices, notice] };
}
