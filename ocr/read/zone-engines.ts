import type { CombReaders } from './combs.ts';
import type { LineReader } from './engines/engine.ts';
import type { SecondReading } from './second-reading.ts';
import type { WriterJudge } from './writer/network-odds.ts';

/** What the zones of a form are read with, by how they are written in. */
export interface ZoneEngines {
  /** For plain lines of text. */
  readonly lines: LineReader;
  /** For plain lines on a page that looks written by hand. */
  readonly hand: LineReader;
  /** For plain lines on a page that looks written by machine. */
  readonly print: LineReader;
  /** Who wrote a line, where the look of a page leaves that open. */
  readonly writer: WriterJudge;
  /** For lines that a machine wrote and of which `lines` is in doubt. */
  readonly again: SecondReading;
  /** The same for lines that a hand wrote. */
  readonly againByHand: SecondReading;
  /** For the cells of combs. */
  readonly combs: CombReaders;
  /** The same on a page that looks written by machine. */
  readonly printedCombs: CombReaders;
}
