import { seemsByHand } from '../../extract/pairs/blanks/by-hand.ts';
import type { PageBlanks } from '../../extract/pairs/blanks/filled-blanks.ts';
import { isOnOneLine } from '../../extract/pairs/blanks/find-blanks.ts';
import {
  findWrittenBlanks,
  mayBeFormWithBlanks,
  relabelBlanks,
  type WrittenBlanks,
} from '../../extract/pairs/blanks/relabel-blanks.ts';
import { type Affine, type Box, invertAffine, mapBox } from '../../model/geometry.ts';
import type { PreparedPage } from '../../model/page.ts';
import type { Rules } from '../../model/rules.ts';
import { withoutWriting } from '../../read/whole/blanks/without-writing.ts';
import { type PageReaders, readFullPage } from '../../read/whole/full-page.ts';
import { type LoosePage, toLevelOf } from './see-page.ts';

/** A page that was read, and how it looks without its rows of dots. */
export interface PageToRelabel extends Pick<LoosePage, 'page' | 'text' | 'leaders'> {
  readonly dotless: PreparedPage;
}

/**
 * The blanks of a page that a hand seems to have filled in, with the labels that its print gives once the writing is taken out: it is
 * read a second time for that. `rules` are in pixels of its words. Null where nothing looks written, or the page is none of blanks.
 * Rejects when the engine fails.
 */
export async function relabelByHand(
  { page, dotless, text: { level }, leaders }: PageToRelabel,
  rules: Rules,
  readers: PageReaders,
): Promise<PageBlanks | null> {
  const toLevel = toLevelOf(page, level.toCaptured);
  const dotRows = leaders.map((box) => mapBox(toLevel, box));
  const written = findWrittenBlanks(level.words, rules, dotRows);
  if (!mayBeFormWithBlanks(written) || !seemsByHand(written.blanks, written.wordHeight)) return null;
  const image = withoutWriting(dotless.image, ...onPage(piecesOf(written, rules), written.wordHeight, toLevel));
  const print = await readFullPage({ ...dotless, image }, readers);
  return relabelBlanks(written, print.level.words);
}

/** The pieces, as they were found, of the rules that there is to write on. */
function piecesOf({ blanks, wordHeight }: WrittenBlanks, { across }: Rules): Box[] {
  return across.filter((piece) =>
    blanks.some(({ rule }) => isOnOneLine(rule, piece, wordHeight) && piece[0] < rule[2] && piece[2] > rule[0]),
  );
}

/** Rules and the height of a word in pixels of the prepared page. */
function onPage(rules: readonly Box[], wordHeight: number, toLevel: Affine): [Box[], number] {
  const toPage = invertAffine(toLevel);
  return [rules.map((rule) => mapBox(toPage, rule)), wordHeight * Math.hypot(toPage[0], toPage[1])];
}
