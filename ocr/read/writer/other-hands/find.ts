import type { Zone } from '../../../model/form.ts';
import { logisticProbability } from '../../../model/logistic.ts';
import type { SeenZone } from '../../seen-zone.ts';
import type { ZoneText } from '../../zone-text.ts';
import type { PageWriting } from '../page-writing.ts';
import { isPlainlyPrint } from '../print-agreement.ts';
import { joinEvidence, type LineWitness } from './evidence.ts';
import { lookFeatures, networkFeatures, type PageLook } from './features.ts';
import { cellWeights, lineWeights, type OtherHandWeights } from './weights.ts';

/** What looks less like another hand than this is not asked about. */
const leastLook = 0.011;
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
  const written = writing.isMachineMade ? seen.flatMap(writtenIn) : [];
  const looks = {
    lines: lookOf(written, writing, false),
    cells: lookOf(written, writing, true),
  };
  const likely = new Map<string, number>();
  // One after the other: a network reads one crop at a time.
  for (const zone of written) {
    const probability = await probabilityOf(zone, zone.isInCells ? looks.cells : looks.lines, witness);
    likely.set(zone.id, probability);
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

interface WrittenZone {
  readonly id: string;
  readonly isInCells: boolean;
  readonly content: ZoneText;
}

/** A zone that a pen or a machine may have written, as far as its layout says. */
function writtenIn({ zone, content }: SeenZone): WrittenZone[] {
  if (!('hand' in zone) || zone.hand !== 'any') return [];
  if (!('lines' in content) || content.regularity.letters === 0) return [];
  return [{ id: zone.id, isInCells: isInCells(zone), content }];
}

/** Whether letters stand each in a place of its own, with no common foot. */
function isInCells(zone: Zone): boolean {
  return zone.kind === 'comb' || (zone.kind === 'date' && (zone.cells ?? zone.parts) !== undefined);
}

function lookOf(written: readonly WrittenZone[], { evenness }: PageWriting, isInCells: boolean): PageLook {
  const own = written.filter((zone) => zone.isInCells === isInCells);
  return { evenness, isInCells, zones: own.map(({ content }) => content.regularity) };
}

async function probabilityOf({ content }: WrittenZone, page: PageLook, witness: LineWitness): Promise<number> {
  const { regularity, askLines } = content;
  const weights: OtherHandWeights = page.isInCells ? cellWeights : lineWeights;
  const look = lookFeatures(regularity, page, lengthOf(content));
  if (logisticProbability(weights.look, look) < leastLook || isPlainlyPrint(content)) return 0;
  const told = (await askLines?.(witness)) ?? [];
  if (told.length === 0) return 0;
  return logisticProbability(weights.whole, [...look, ...networkFeatures(joinEvidence(told))]);
}
