import type { CombReaders } from './combs.ts';
import type { LineReader } from './engines/engine.ts';

/** What the zones of a form are read with, by how they are written in. */
export interface ZoneEngines {
  /** For plain lines of text. */
  readonly lines: LineReader;
  /** For the cells of combs. */
  readonly combs: CombReaders;
}
