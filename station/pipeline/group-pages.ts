import type { PageState } from '../../contract/batch.ts';

/** What grouping needs to know of a page that is read or quarantined. */
export interface PageToGroup {
  readonly id: string;
  readonly sourceId: string;
  readonly state: PageState;
  readonly blank: boolean;
  /** Form and page of its layout when the page is registered; its first page where only labels tell the form. */
  readonly registration: { readonly formKey: string; readonly layoutPage: number } | null;
  /** Form that was recognised but could not be aligned. */
  readonly notAligned: string | null;
}

export type PageGroup =
  /** Consecutive pages of one form, each page of the form once and in order. */
  | { readonly kind: 'form'; readonly formKey: string; readonly pageIds: readonly string[] }
  /** Pages of one source without a form. */
  | { readonly kind: 'plain'; readonly pageIds: readonly string[] }
  /** Pages of one source on which a form was recognised but not aligned: a person must see them. */
  | { readonly kind: 'not-aligned'; readonly pageIds: readonly string[] }
  /** Pages of one source of which none could be read. */
  | { readonly kind: 'quarantined'; readonly pageIds: readonly string[] };

interface OpenGroup {
  readonly kind: 'form' | 'plain' | 'not-aligned';
  readonly formKey: string;
  readonly pageIds: string[];
  /** Source of the last page. */
  sourceId: string;
  lastLayoutPage: number;
  hasReadPage: boolean;
}

/**
 * Makes documents out of the pages of a batch, in their order. Every page is in exactly one group:
 * - a registered page continues the form before it when it is the next page of it, and within one source also a later
 *   one (a page is missing then); otherwise it begins a new document;
 * - a blank page belongs to what is before it in the same source, whatever that is;
 * - other pages of one source that follow each other are one document, quarantined pages among them included.
 */
export function groupPages(pages: readonly PageToGroup[]): PageGroup[] {
  const groups: OpenGroup[] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (last !== undefined && continues(last, page)) addPage(last, page);
    else groups.push(openGroup(page));
  }
  return groups.map(closeGroup);
}

function kindOf(page: PageToGroup): OpenGroup['kind'] {
  if (page.registration !== null) return 'form';
  return page.notAligned === null ? 'plain' : 'not-aligned';
}

function continues(group: OpenGroup, page: PageToGroup): boolean {
  const sameSource = group.sourceId === page.sourceId;
  if (page.registration !== null) {
    const { formKey, layoutPage } = page.registration;
    if (group.kind !== 'form' || group.formKey !== formKey) return false;
    return layoutPage === group.lastLayoutPage + 1 || (sameSource && layoutPage > group.lastLayoutPage);
  }
  if (!sameSource) return false;
  return isBlank(page) || group.kind === kindOf(page);
}

function isBlank(page: PageToGroup): boolean {
  return page.state === 'read' && page.blank;
}

function addPage(group: OpenGroup, page: PageToGroup): void {
  group.pageIds.push(page.id);
  group.sourceId = page.sourceId;
  group.lastLayoutPage = page.registration?.layoutPage ?? group.lastLayoutPage;
  group.hasReadPage ||= page.state === 'read';
}

function openGroup(page: PageToGroup): OpenGroup {
  return {
    kind: kindOf(page),
    formKey: page.registration?.formKey ?? '',
    pageIds: [page.id],
    sourceId: page.sourceId,
    lastLayoutPage: page.registration?.layoutPage ?? -1,
    hasReadPage: page.state === 'read',
  };
}

function closeGroup({ kind, formKey, pageIds, hasReadPage }: OpenGroup): PageGroup {
  if (kind === 'form') return { kind, formKey, pageIds };
  return { kind: hasReadPage ? kind : 'quarantined', pageIds };
}
