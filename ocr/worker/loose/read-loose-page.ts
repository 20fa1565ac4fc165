import { blanksOfPage, type PageBlanks } from '../../extract/pairs/blanks/filled-blanks.ts';
import type { Blank } from '../../extract/pairs/blanks/find-blanks.ts';
import { partBlanks } from '../../extract/pairs/blanks/part-blanks.ts';
import type { SettleBlanks } from '../../extract/pairs/blanks/settle-blanks.ts';
import type { PairModel } from '../../extract/pairs/model.ts';
import { pairsOfPage } from '../../extract/pairs/page-pairs.ts';
import type { CapturedPage, PreparedPage } from '../../model/page.ts';
import type { Pair } from '../../model/reading.ts';
import type { Rules } from '../../model/rules.ts';
import { findLeaders, withoutDots } from '../../read/rules/find-leaders.ts';
import { isReplaced, replaceWords } from '../../read/whole/blanks/replace-words.ts';
import {
  isMuchEnlarged,
  type PageReaders,
  type PageText,
  readFullPage,
  textWithLines,
} from '../../read/whole/full-page.ts';
import type { ZoneEngines } from '../../read/zone-engines.ts';
import { turnPage } from '../turn-page.ts';
import { readByHand } from './read-by-hand.ts';
import { relabelByHand } from './relabel-by-hand.ts';
import { boxesOfPage, type LoosePage, rulesOfPage, toLevelOf } from './see-page.ts';
import { type SettledByHand, settleByHand } from './settle-by-hand.ts';

/** Below this mean confidence a page may well be upside down, and is read the other way up too. */
const doubtfulConfidence = 0.6;

/** What reads a page on which no form is known. */
export interface LooseReaders {
  readonly page: PageReaders;
  /** For what a hand wrote on blanks; most pages need none. */
  readonly zones: () => Promise<ZoneEngines>;
  /** Settles what a hand wrote on blanks by what it must be. */
  readonly settle: () => Promise<SettleBlanks>;
  readonly pairs: PairModel;
}

/** A page as it was read at last. */
export interface ReadLoosePage {
  readonly page: PreparedPage;
  readonly text: PageText;
  /** Labels with their values; boxes in pixels of the captured page. */
  readonly pairs: readonly Pair[];
}

/** Reads all of a page, the other way up too where that may be, and tells its labels with their values. Rejects when an engine fails. */
export async function readLoosePage(
  prepared: PreparedPage,
  captured: CapturedPage['image'],
  readers: LooseReaders,
  isTurnGiven: boolean,
): Promise<ReadLoosePage> {
  const whole = await readEitherWayUp(prepared, readers.page, isTurnGiven);
  const { page, text } = whole;
  if (page.blank) return { page, text, pairs: [] };
  const loose: LoosePage = { ...whole, captured };
  const rules = rulesOfPage(loose);
  const { blanks, byHand } = await readBlanksOf(whole, rules, readers);
  const replacements = byHand.map(({ blank, words }) => ({
    places: [...blank.value, ...words].map(({ box }) => box),
    words,
  }));
  const seen = {
    ...text.level,
    ...boxesOfPage(loose),
    rules,
    blanks: withHandwriting(blanks.blanks, byHand),
    words: [...blanks.words.filter((word) => !isReplaced(word, replacements)), ...byHand.flatMap(({ words }) => words)],
  };
  return {
    page,
    text: byHand.length === 0 ? text : textWithLines(text, replaceWords(text.lines, replacements)),
    pairs: pairsOfPage(seen, readers.pairs),
  };
}

interface ReadBlanks {
  readonly blanks: PageBlanks;
  /** What a hand wrote on some of them; nothing on pages by machine. */
  readonly byHand: readonly SettledByHand[];
}

/** Finds the blanks of a page, and reads and settles what a hand wrote on them. `rules` are in pixels of its words. */
async function readBlanksOf(whole: ReadWhole, rules: Rules, readers: LooseReaders): Promise<ReadBlanks> {
  const { page, dotless, text } = whole;
  const found = blanksOfPage(text.level.words, rules);
  if (isMuchEnlarged(page)) return { blanks: found, byHand: [] };
  const blanks = partBlanks((await relabelByHand(whole, rules, readers.page)) ?? found);
  const read = await readByHand(dotless, blanks, toLevelOf(page, text.level.toCaptured), readers.zones);
  // Pages by machine keep the blanks that were found at first.
  if (read.length === 0) return { blanks: found, byHand: [] };
  return { blanks, byHand: settleByHand(read, await readers.settle()) };
}

function withHandwriting(blanks: readonly Blank[], byHand: readonly SettledByHand[]): Blank[] {
  const settled = new Map(byHand.map((own) => [own.blank, own]));
  return blanks.map((blank) => {
    const own = settled.get(blank);
    return own === undefined ? blank : { ...blank, value: own.words, byHand: own.byHand };
  });
}

/** A page as it was read, without its rows of dots, which are written on as rules are. */
interface ReadWhole {
  readonly page: PreparedPage;
  readonly dotless: PreparedPage;
  readonly text: PageText;
  readonly leaders: LoosePage['leaders'];
}

async function readEitherWayUp(page: PreparedPage, readers: PageReaders, isTurnGiven: boolean): Promise<ReadWhole> {
  const asItLies = await readWithoutDots(page, readers);
  if (page.blank || isTurnGiven || asItLies.text.confidence >= doubtfulConfidence) return asItLies;
  const turned = await readWithoutDots(turnPage(page, 180), readers);
  return turned.text.confidence > asItLies.text.confidence ? turned : asItLies;
}

async function readWithoutDots(page: PreparedPage, readers: PageReaders): Promise<ReadWhole> {
  const { rows, dots } = page.blank ? { rows: [], dots: [] } : findLeaders(page.image, page.dpi);
  const dotless = { ...page, image: withoutDots(page.image, dots) };
  return { page, dotless, text: await readFullPage(dotless, readers), leaders: rows };
}
