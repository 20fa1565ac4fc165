import type { Zone } from '../../model/form.ts';
import { holdsMiddle } from '../../model/geometry.ts';
import { isInCells } from '../../model/in-cells.ts';
import type { SeenZone } from '../seen-zone.ts';
import { isPlainlyPrint } from '../writer/print-agreement.ts';
import type { ZoneText } from '../zone-text.ts';
import { isStruckOut, isTangled, isWrittenOver, penOf, type Writer } from './judge-page.ts';
import type { PieceTrace } from './traces.ts';

/** So much of what is in cells lies under lines where all of it was struck out. */
const mostOfCells = 0.6;

/** Nobody reads so surely what was struck out: what runs through it are the serifs of a typewriter that touch, or a rule. */
const sure = 0.9;

/** Less surely nobody has read a text. */
const halfSure = 0.55;

/** Where a text is read so surely, ink must run together so much more for a letter to be written over another: toner spreads on copies. */
const thickerIfSure = 1.2;

/** An @ that touches its neighbours has a line through it as a short word that was struck out. */
const widestAroundAt = 6.5;

interface TracedZone extends SeenZone {
  readonly traces: readonly PieceTrace[];
}

/**
 * Finds the fields of a page in which something was struck out or written over, by the pen of the whole page. Words of a line
 * that were struck out are left out, and the rest is read anew.
 */
export async function markCorrections(
  seen: readonly SeenZone[],
  byMachine: (zone: Zone) => boolean,
): Promise<SeenZone[]> {
  const traced = seen.map(
    (zone): TracedZone => ({ ...zone, traces: ('traces' in zone.content && zone.content.traces?.()) || [] }),
  );
  const writerOf = writersOf(traced, byMachine);
  const marked: SeenZone[] = [];
  for (const { zone, content, traces } of traced) {
    marked.push({ zone, content: 'lines' in content ? await markZone(content, traces, writerOf(zone)) : content });
  }
  return marked;
}

/** Who wrote in a zone, with the pen of all zones that were written in alike. */
function writersOf(traced: readonly TracedZone[], byMachine: (zone: Zone) => boolean): (zone: Zone) => Writer {
  const groupOf = (zone: Zone) => `${isInCells(zone)} ${byMachine(zone)}`;
  const pens = new Map(
    [...Map.groupBy(traced, ({ zone }) => groupOf(zone))].map(([group, alike]) => [
      group,
      penOf(alike.flatMap(({ traces }) => traces)),
    ]),
  );
  return (zone) => ({
    isMachineMade: byMachine(zone),
    inCells: isInCells(zone),
    penMm: pens.get(groupOf(zone)) ?? null,
  });
}

async function markZone(content: ZoneText, traces: readonly PieceTrace[], writer: Writer): Promise<ZoneText> {
  const hasAt = content.lines.flat().some(({ text }) => text === '@');
  const isRead = content.confidence >= halfSure;
  const struck = isReadAsWhole(content)
    ? []
    : traces.filter((trace) => isStruckOut(trace, writer, isRead) && !(hasAt && trace.widthMm <= widestAroundAt));
  if (struck.length === 0) return isOver(content, traces, writer, hasAt) ? { ...content, struck: 'part' } : content;
  if (content.readRest !== undefined) {
    const rest = await content.readRest(struck.map(({ piece }) => piece));
    if (rest === null) return { ...content, struck: 'all' };
    return { ...(isWholeWords(rest, content) ? rest : content), struck: 'part' };
  }
  const underLinesPx = struck.reduce((sum, { piece }) => sum + piece.box[2] - piece.box[0], 0);
  const isAll = underLinesPx >= mostOfCells * (content.box[2] - content.box[0]);
  return { ...content, struck: isAll ? 'all' : 'part' };
}

/** Whether what remains are words that were read before, too: where they are torn, letters that touch were taken for struck out. */
function isWholeWords(rest: ZoneText, before: ZoneText): boolean {
  const known = new Set(wordsOf(before));
  return wordsOf(rest).every((word) => known.has(word));
}

function wordsOf({ lines }: ZoneText): string[] {
  const texts = lines.map((line) => line.map(({ text }) => text).join(''));
  return texts.flatMap((text) => text.split(/\s+/));
}

function isReadAsWhole(content: ZoneText): boolean {
  return content.confidence >= sure || isPlainlyPrint(content);
}

function isOver(content: ZoneText, traces: readonly PieceTrace[], writer: Writer, hasAt: boolean): boolean {
  const penMm = writer.penMm === null || !isReadAsWhole(content) ? writer.penMm : thickerIfSure * writer.penMm;
  return traces.some(
    (trace) =>
      isWrittenOver(trace, { ...writer, penMm }, () => lettersOf(trace, content)) ||
      (!hasAt && isTangled(trace, writer)),
  );
}

/** The letters that were read where a piece of ink stands. */
function lettersOf({ box }: PieceTrace, { lines }: ZoneText): string {
  const within = lines.flat().filter((character) => holdsMiddle(box, character.box) || holdsMiddle(character.box, box));
  return within.map(({ text }) => text).join('');
}
