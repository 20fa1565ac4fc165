import { isInCells } from '../../../model/in-cells.ts';
import { logisticProbability } from '../../../model/logistic.ts';
import type { SeenZone } from '../../seen-zone.ts';
import type { ZoneText } from '../../zone-text.ts';
import type { PageWriting } from '../page-writing.ts';
import { isPlainlyPrint } from '../print-agreement.ts';
import { joinEvidence, type LineWitness } from './evidence.ts';
import { lookFeatures, networkFeatures } from './features.ts';
import { cellWeights, lineWeights, type OtherHandWeights } from './weights.ts';

/**
 * What looks less like another hand than this is not asked about. Of 335 texts and combs by pen on machines' pages three combs and
 * no text that would have been found look so; of 94 that were asked about on 36 ordinary pages 49 do.
 */
const leastLook = { lines: 0.02, cells: 0.1 } as const;
/**
 * How likely it must be that a pen wrote a zone of a machine's page: where nothing else on it is by pen, and where something surely is. Of
 * 81 ordinary documents two texts were likelier than 0.82 and none than 0.86: a single letter, and one with an apostrophe on a typewriter.
 */
const likelyAlone = 0.9;
const likelyAmongOthers = 0.38;
const surely = 0.95;

/**
 * Finds the zones, by their names, that a pen wrote on a page which a machine filled in: a date, a missing field, a note. Most are
 * told to be the machine's by their look, and networks are asked about the others. Rejects when an engine fails.
 */
export async function findOtherHands(
  seen: readonly SeenZone[],
  writing: PageWriting,
  witness: LineWitness,
): Promise<ReadonlySet<string>> {
  const likely = new Map<string, number>();
  // One after the other: a network reads one crop at a time.
  for (const zone of writing.isMachineMade ? looksOf(seen, writing) : []) {
    likely.set(zone.id, await probabilityOf(zone, witness));
  }
  const isAmongOthers = (id: string) =>
    [...likely].some(([other, probability]) => other !== id && probability >= surely);
  const found = [...likely].filter(
    ([id, probability]) => probability >= (isAmongOthers(id) ? likelyAmongOthers : likelyAlone),
  );
  return new Set(found.map(([id]) => id));
}

/** Of a page with more by pen than this a machine wrote the rest no more surely than a neat hand. */
const mostByPen = 0.5;

/** Whether so much of what is written on a page is by pen that all of it may be. */
export function isMostlyByPen(seen: readonly SeenZone[], byPen: ReadonlySet<string>): boolean {
  const lengths = seen.map(({ zone, content }) => ({
    id: zone.id,
    length: 'lines' in content ? lengthOf(content) : 0,
  }));
  const sum = (parts: typeof lengths) => parts.reduce((total, { length }) => total + length, 0);
  return sum(lengths.filter(({ id }) => byPen.has(id))) > mostByPen * sum(lengths);
}

/** In letters that were read. */
function lengthOf({ lines }: ZoneText): number {
  return lines.flat().filter(({ text }) => text.trim() !== '').length;
}

/** A zone that a pen or a machine may have written, as far as its layout says. */
export interface ZoneLook {
  readonly id: string;
  readonly isInCells: boolean;
  readonly content: ZoneText;
  readonly features: readonly number[];
}

/** How the zones of a page look beside each other. Those that hold nothing, or of which nothing was measured, are left out. */
export function looksOf(seen: readonly SeenZone[], { evenness }: PageWriting): ZoneLook[] {
  const written = seen.flatMap(({ zone, content }) => {
    const isOpen = 'hand' in zone && zone.hand === 'any' && 'lines' in content && content.regularity.letters > 0;
    return isOpen ? [{ id: zone.id, isInCells: isInCells(zone), content }] : [];
  });
  const zonesOf = (inCells: boolean) =>
    written.filter((zone) => zone.isInCells === inCells).map(({ content }) => content.regularity);
  const pages = {
    lines: { evenness, isInCells: false, zones: zonesOf(false) },
    cells: { evenness, isInCells: true, zones: zonesOf(true) },
  };
  return written.map((zone) => {
    const page = zone.isInCells ? pages.cells : pages.lines;
    return { ...zone, features: lookFeatures(zone.content.regularity, page, lengthOf(zone.content)) };
  });
}

async function probabilityOf({ isInCells, content, features }: ZoneLook, witness: LineWitness): Promise<number> {
  const weights: OtherHandWeights = isInCells ? cellWeights : lineWeights;
  const least = isInCells ? leastLook.cells : leastLook.lines;
  if (logisticProbability(weights.look, features) < least || isPlainlyPrint(content)) return 0;
  const told = (await content.askLines?.(witness)) ?? [];
  if (told.length === 0) return 0;
  return logisticProbability(weights.whole, [...features, ...networkFeatures(joinEvidence(told))]);
}
