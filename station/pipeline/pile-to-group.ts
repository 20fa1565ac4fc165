import type { Separation } from '../../contract/pile.ts';
import { parseSheetText, type SheetContent, separatorFindingSchema } from '../../ocr/model/separator.ts';
import type { ReadableStore } from '../store/connection.ts';
import type { NoticeCode } from '../texts/notices.ts';
import { isOpenToEdits } from './document-upkeep.ts';
import type { FormByLabels } from './form-by-labels.ts';
import type { PageToGroup } from './group-pages.ts';
import { separationOf } from './read-settings.ts';

export interface PileToGroup {
  readonly separation: Separation;
  /** Pages that are ready and not in a document that a person has worked on, in the order of the pile. */
  readonly pages: readonly PageToGroup[];
  /** What is doubtful about each page that lies in the tray as a separator. */
  readonly separatorNotices: ReadonlyMap<string, readonly NoticeCode[]>;
}

/** Reads the pile of a batch for putting its documents together, with what divides it. */
export function pileToGroup(store: ReadableStore, batchId: string, formByLabels: FormByLabels): PileToGroup {
  const separation = separationOf(store, batchId);
  const rows = listRows(store, batchId);
  const batch = store.first(store.query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  const separators = findSeparators(rows, separation);
  const notes = createNotes(batch?.profileId ?? '');
  const blankSheets = separation.by === 'blank-pages' ? sheetsWithoutInk(rows) : new Set<string>();
  const pages: PageToGroup[] = [];
  let before: Row | null = null;
  let afterSeparator: PageToGroup['afterSeparator'] = null;
  let reference: string | null = null;
  for (const row of rows) {
    const separator = separators.get(row.id);
    if (separator !== undefined) {
      afterSeparator = separator.isDamaged ? 'damaged' : 'sound';
      reference = separator.content?.reference ?? null;
      notes.separator(row, separator);
    } else if (row.tray !== null) {
      if (row.tray === 'blank' && blankSheets.has(sheetOf(row))) afterSeparator ??= 'sound';
    } else {
      notes.page();
      if (isReady(row) && !isLocked(row)) {
        const cut = before !== null && isLocked(before) ? 'begins' : row.cut;
        pages.push({ ...pageToGroup(store, row, formByLabels), cut, afterSeparator, reference });
        afterSeparator = null;
      } else if (isLocked(row)) {
        afterSeparator = null;
      }
      before = row;
    }
  }
  return { separation, pages, separatorNotices: notes.end() };
}

function listRows(store: ReadableStore, batchId: string) {
  return store.all(
    store.query
      .selectFrom('pile_pages as place')
      .innerJoin('pages as page', 'page.id', 'place.pageId')
      .leftJoin('document_pages', 'document_pages.pageId', 'page.id')
      .leftJoin('documents', 'documents.id', 'document_pages.documentId')
      .select(['page.id', 'page.sourceId', 'page.state', 'page.blank', 'page.formKey', 'page.layoutPage'])
      .select(['page.notAligned', 'place.sheet', 'place.tray', 'place.cut', 'place.separator'])
      .select(['documents.state as documentState', 'documents.verifiedBy'])
      .where('place.batchId', '=', batchId)
      .orderBy('place.position')
      .orderBy('place.pageId'),
  );
}
type Row = ReturnType<typeof listRows>[number];

function isReady({ state }: Row): boolean {
  return state === 'read' || state === 'quarantined';
}

function isLocked({ documentState, verifiedBy }: Row): boolean {
  return documentState !== null && !isOpenToEdits(documentState, verifiedBy);
}

function pageToGroup(store: ReadableStore, row: Row, formByLabels: FormByLabels) {
  const { id, sourceId, sheet, state, blank, formKey, layoutPage, notAligned } = row;
  return {
    ...{ id, sourceId, sheet, state, notAligned },
    blank: blank === 1,
    registration:
      formKey === null || layoutPage === null ? registerByLabels(store, row, formByLabels) : { formKey, layoutPage },
  };
}

/** A page whose labels fit a form without a layout is a document of its own: nothing tells which pages follow it. */
function registerByLabels(
  store: ReadableStore,
  { id, state, notAligned }: Row,
  formByLabels: FormByLabels,
): PageToGroup['registration'] {
  if (state !== 'read' || notAligned !== null) return null;
  const formKey = formByLabels(() => pairsOf(store, id));
  return formKey === null ? null : { formKey, layoutPage: 0 };
}

function pairsOf(store: ReadableStore, pageId: string): string | null {
  const row = store.first(
    store.query
      .selectFrom('readings')
      .select(({ fn, val }) => fn<string | null>('json_extract', ['reading', val('$.pairs')]).as('pairs'))
      .where('pageId', '=', pageId),
  );
  return row?.pairs ?? null;
}

interface FoundSeparator {
  /** Null where the sheet says nothing or nobody can read what it says. */
  readonly content: SheetContent | null;
  readonly isDamaged: boolean;
}

/**
 * The separators of a pile. A patch code without a text is a sheet of this program that cannot be read where such sheets are
 * what divides the pile, or where others in it are such; not when the other side of the sheet can be read.
 */
function findSeparators(rows: readonly Row[], { by }: Separation): ReadonlyMap<string, FoundSeparator> {
  const found = rows.flatMap((row) => {
    if (row.tray !== 'separator') return [];
    const finding = row.separator === null ? null : separatorFindingSchema.parse(JSON.parse(row.separator));
    const content = finding?.sheet == null ? null : parseSheetText(finding.sheet);
    return [{ row, content }];
  });
  const readable = new Map(found.flatMap(({ row, content }) => (content === null ? [] : [[sheetOf(row), content]])));
  const expectsText = by === 'separator-sheets' || readable.size > 0;
  return new Map(
    found.map(({ row, content }) => {
      const shown = content ?? readable.get(sheetOf(row)) ?? null;
      return [row.id, { content: shown, isDamaged: shown === null && expectsText }];
    }),
  );
}

function sheetOf({ id, sheet }: Row): string {
  return sheet === null ? id : String(sheet);
}

/** Sheets of which every side is blank: one written side makes the other a back, not a divider. */
function sheetsWithoutInk(rows: readonly Row[]): ReadonlySet<string> {
  const written = new Set(rows.filter(({ blank }) => blank !== 1).map(sheetOf));
  return new Set(rows.map(sheetOf).filter((sheet) => !written.has(sheet)));
}

/** Collects the doubts about separators while a pile is gone through. */
function createNotes(profileId: string) {
  const notices = new Map<string, NoticeCode[]>();
  let waiting: { readonly row: Row; readonly separator: FoundSeparator } | null = null;

  function noteEmpty(): void {
    if (waiting !== null) notices.get(waiting.row.id)?.push('separator-without-pages');
  }

  return {
    page() {
      waiting = null;
    },
    separator(row: Row, separator: FoundSeparator) {
      // Front and back of a sheet, or the same separator printed twice, divide once.
      if (waiting !== null && !isSame(waiting, { row, separator })) noteEmpty();
      waiting = { row, separator };
      const { content, isDamaged } = separator;
      const own: NoticeCode[] = [];
      if (isDamaged) own.push('damaged-separator');
      if (content !== null && content.profileId !== profileId) own.push('separator-of-other-profile');
      notices.set(row.id, own);
    },
    end() {
      noteEmpty();
      return notices;
    },
  };
}

interface Passed {
  readonly row: Row;
  readonly separator: FoundSeparator;
}

function isSame(left: Passed, right: Passed): boolean {
  if (sheetOf(left.row) === sheetOf(right.row)) return true;
  const before = left.separator.content;
  const after = right.separator.content;
  return before !== null && before.profileId === after?.profileId && before.reference === after.reference;
}
