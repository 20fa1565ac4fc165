import type { Hand } from '../model/form.ts';
import type { CombReaders } from './combs/read-comb.ts';
import type { LineReader } from './engines/engine.ts';
import type { SecondReading } from './text/second-reading.ts';
import type { WriterJudge } from './writer/network-odds.ts';
import type { LineWitness } from './writer/other-hands/evidence.ts';
import { isMachineMade, looksByHand } from './writer/page-writing.ts';
import type { InkRegularity } from './writer/regularity.ts';

/** What the zones of a form are read with, by how they are written in. */
export interface ZoneEngines {
  /** For plain lines while too little of a page was read to tell how it is written. */
  readonly lines: LineReader;
  /** For plain lines on a page that looks written by hand. */
  readonly hand: LineReader;
  /** For plain lines on a page that looks written by machine. */
  readonly print: LineReader;
  /** Who wrote a line, where the look of a page leaves that open. */
  readonly writer: WriterJudge;
  /** What networks make of a line that a pen may have written on a machine's page. */
  readonly witness: LineWitness;
  /** For lines that a machine wrote and of which `lines` is in doubt. */
  readonly again: SecondReading;
  /** The same for lines that a hand wrote. */
  readonly againByHand: SecondReading;
  /** For the cells of combs. */
  readonly combs: CombReaders;
  /** The same on a page that looks written by machine. */
  readonly printedCombs: CombReaders;
}

/**
 * The engines for a zone, by how it is filled in or, where that may be either, by the lines of its page that were read so far: a form is
 * rarely filled in by hand and by machine at once.
 */
export function enginesFor(hand: Hand, seen: InkRegularity, engines: ZoneEngines): ZoneEngines {
  const byMachine = { ...engines, lines: engines.print, combs: engines.printedCombs };
  const byHand = { ...engines, lines: engines.hand };
  switch (hand) {
    case 'printed':
    case 'typed':
      return byMachine;
    case 'block':
    case 'cursive':
      return byHand;
    case 'any':
      if (isMachineMade(seen)) return byMachine;
      return looksByHand(seen) ? byHand : engines;
  }
}
