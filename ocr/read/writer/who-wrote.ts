import type { Hand, Zone } from '../../model/form.ts';
import type { ZoneReading } from '../../model/reading.ts';
import type { ZoneText } from '../zone-text.ts';
import { isHandwritten } from './hand.ts';
import type { PageWriting } from './page-writing.ts';
import { isPlainlyPrint } from './print-agreement.ts';
import { noRegularity } from './regularity.ts';

/** Who wrote what on a page. */
export interface Writers {
  readonly page: PageWriting;
  /** Names of the zones that a pen wrote on a machine's page, and of those in which something stands beside the machine's writing. */
  readonly byPen: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
}

export const nowhere: ReadonlySet<string> = new Set();

/** What is told of a text besides its reading. */
type Told = Pick<Extract<ZoneReading, { kind: 'text' }>, 'handwritten' | 'byPen' | 'overrun' | 'foreign'>;

/** Tells who wrote a text, and whether it is certain what belongs to it. */
export function toldOf(zone: Zone, content: ZoneText, { page, byPen, foreign }: Writers): Told {
  // Letters in cells have no common foot to stand on: what the lines of the page show holds for them.
  const regularity = zone.kind === 'text' ? content.regularity : noRegularity;
  const evidence = { confidence: content.confidence, plainlyPrint: isPlainlyPrint(content) };
  const isWritten = content.lines.some((line) => line.length > 0);
  const isByPen = byPen.has(zone.id);
  const handwritten = isWritten && (isByPen || isHandwritten(handOf(zone), regularity, page, evidence));
  return {
    handwritten,
    ...(handwritten && isByPen && page.isMachineMade && { byPen: true }),
    ...(content.isOverrun === true && { overrun: true }),
    // Text by hand goes to a person anyway.
    ...(foreign.has(zone.id) && !(handwritten && zone.kind === 'text') && { foreign: true }),
  };
}

/** Who fills in a zone, as far as its layout says. */
export function handOf(zone: Zone): Hand {
  return 'hand' in zone ? zone.hand : 'any';
}
