import type { PageState } from '../../contract/batch.ts';
import type { Separation } from '../../contract/pile.ts';
import type { NoticeCode } from '../texts/notices.ts';

/** What grouping needs to know of a page that is read or quarantined. */
export interface PageToGroup {
  readonly id: string;
  readonly sourceId: string;
  /** Sheet of a scanned pile; null for files. */
  readonly sheet: number | null;
  readonly state: PageState;
  readonly blank: boolean;
  /** Form and page of its layout when the page is registered; its first page where only labels tell the form. */
  readonly registration: { readonly formKey: string; readonly layoutPage: number } | null;
  /** Form that was recognised but could not be aligned. */
  readonly notAligned: string | null;
  /** A person's word on whether a document begins here. */
  readonly cut: 'begins' | 'joins' | null;
  /** Whether a separator lies just before the page, and whether it could be read. */
  readonly afterSeparator: 'sound' | 'damaged' | null;
  /** Archival reference that the last separator gave. */
  readonly reference: string | null;
}

interface Marks {
  readonly pageIds: readonly string[];
  readonly reference: string | null;
  readonly notices: readonly NoticeCode[];
  /** Pages within it at which a form begins anew: a separator may have been missed before each. */
  readonly beginsAnewAt: readonly string[];
}

export type PageGroup = Marks &
  (
    | /** Consecutive pages of one form, each page of the form once and in order; attachments where the pile is cut otherwise. */
    { readonly kind: 'form'; readonly formKey: string }
    /** Pages without a form. */
    | { readonly kind: 'plain' }
    /** Pages on which a form was recognised but not aligned: a person must see them. */
    | { readonly kind: 'not-aligned' }
    /** Pages of which none could be read. */
    | { readonly kind: 'quarantined' }
  );

interface OpenGroup {
  kind: 'form' | 'plain' | 'not-aligned';
  formKey: string;
  readonly pageIds: string[];
  readonly reference: string | null;
  readonly notices: Set<NoticeCode>;
  readonly beginsAnewAt: string[];
  /** Source and sheet of the last page. */
  sourceId: string;
  sheet: number | null;
  /** Sheets it holds; a page of a file counts as one. */
  sheets: number;
  lastLayoutPage: number;
  hasReadPage: boolean;
}

/**
 * Makes documents out of the pages of a batch, in their order. Every page is in exactly one group. A person's word on a page
 * goes before a separator, and a separator before everything else; between them a pile that is cut at its forms follows
 * these rules:
 * - a registered page continues the form before it when it is the next page of it, and within one source also a later
 *   one (a page is missing then); otherwise it begins a new document;
 * - the back of a sheet belongs to its front, unless a form begins there;
 * - a blank page belongs to what is before it in the same source, whatever that is;
 * - other pages of one source that follow each other are one document, quarantined pages among them included.
 */
export function groupPages(pages: readonly PageToGroup[], separation: Separation = { by: 'forms' }): PageGroup[] {
  const groups: OpenGroup[] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last !== undefined && isPartOf(last, page, separation)) addPage(last, page);
    else groups.push(openGroup(page));
  }
  return groups.map(closeGroup);
}

function isPartOf(group: OpenGroup, page: PageToGroup, separation: Separation): boolean {
  if (page.cut !== null) return page.cut === 'joins';
  if (page.afterSeparator !== null) return false;
  switch (separation.by) {
    case 'forms':
      return continues(group, page);
    case 'sheets':
      return isSameSheet(group, page) || group.sheets < separation.sheets;
    case 'separator-sheets':
    case 'patch-codes':
    case 'blank-pages':
      return true;
  }
}

function kindOf(page: PageToGroup): OpenGroup['kind'] {
  if (page.registration !== null) return 'form';
  return page.notAligned === null ? 'plain' : 'not-aligned';
}

function continues(group: OpenGroup, page: PageToGroup): boolean {
  const sameSource = isSameSheet(group, page) || group.sourceId === page.sourceId;
  if (page.registration !== null) {
    const { formKey, layoutPage } = page.registration;
    if (group.kind !== 'form' || group.formKey !== formKey) return false;
    return layoutPage === group.lastLayoutPage + 1 || (sameSource && layoutPage > group.lastLayoutPage);
  }
  if (isSameSheet(group, page) && page.notAligned === null) return true;
  if (!sameSource) return false;
  return isBlank(page) || group.kind === kindOf(page);
}

function isSameSheet(group: OpenGroup, { sheet }: PageToGroup): boolean {
  return sheet !== null && group.sheet === sheet;
}

function isBlank(page: PageToGroup): boolean {
  return page.state === 'read' && page.blank;
}

function addPage(group: OpenGroup, page: PageToGroup): void {
  const { registration } = page;
  // Told by a person to be so, it is no doubt.
  const beginsAnew = registration?.layoutPage === 0 && group.lastLayoutPage >= 0 && page.cut !== 'joins';
  if (beginsAnew) {
    group.notices.add('two-first-pages');
    group.beginsAnewAt.push(page.id);
  }
  if (group.kind !== 'form' && registration !== null) {
    group.kind = 'form';
    group.formKey = registration.formKey;
  } else if (group.kind === 'plain' && page.notAligned !== null) {
    group.kind = 'not-aligned';
  }
  if (!isSameSheet(group, page)) group.sheets += 1;
  group.pageIds.push(page.id);
  group.sourceId = page.sourceId;
  group.sheet = page.sheet;
  group.lastLayoutPage = registration?.layoutPage ?? group.lastLayoutPage;
  group.hasReadPage ||= page.state === 'read';
}

function openGroup(page: PageToGroup): OpenGroup {
  return {
    kind: kindOf(page),
    formKey: page.registration?.formKey ?? '',
    pageIds: [page.id],
    reference: page.reference,
    notices: new Set(page.afterSeparator === 'damaged' ? ['after-damaged-separator'] : []),
    beginsAnewAt: [],
    sourceId: page.sourceId,
    sheet: page.sheet,
    sheets: 1,
    lastLayoutPage: page.registration?.layoutPage ?? -1,
    hasReadPage: page.state === 'read',
  };
}

function closeGroup({ kind, formKey, pageIds, reference, notices, beginsAnewAt, hasReadPage }: OpenGroup): PageGroup {
  const marks = { pageIds, reference, notices: [...notices], beginsAnewAt };
  if (kind === 'form') return { ...marks, kind, formKey };
  return { ...marks, kind: hasReadPage ? kind : 'quarantined' };
}
