import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { kindOfReader, type Opinion } from '../../model/reading.ts';
import type { EngineSource } from '../engines/cascade.ts';
import { combineReadings, type Opinion as Vote } from '../engines/combine.ts';
import type { LineOptions, LineReading } from '../engines/engine.ts';
import { redraw } from './redrawn.ts';

/** Reads a line of which readers made different things once more. Rejects when an engine fails. */
export type SecondReading = (line: LineReading, crop: GreyImage, options: LineOptions) => Promise<LineReading>;

/** A whole text with this many times the votes of any other needs no putting together. */
const outright = 2;

const kindOf = ({ engine }: Opinion) => kindOfReader(engine);

/**
 * Whether nothing but one kind of reader speaks for a line: three were asked, and no two of different kinds read the same letters.
 * Blanks and accents aside, which some cannot write.
 */
export function isDoubtful({ opinions = [] }: LineReading): boolean {
  const kinds = Map.groupBy(opinions, ({ text }) => withoutBlanks(text.normalize('NFD').replace(/\p{M}/gu, '')));
  return opinions.length > 2 && ![...kinds.values()].some((alike) => new Set(alike.map(kindOf)).size > 1);
}

/**
 * Makes a second reading of engines that are asked about the line as other scanners might have drawn it. A text that most of all
 * readings give is taken whole; else they vote letter by letter, beside what the first reading came to. Each is kept in `again`.
 */
export function createSecondReading(sources: readonly EngineSource[]): SecondReading {
  return async (line, crop, options) => {
    const votes: Vote[] = [];
    for (const { image, scaleX } of redraw(crop)) {
      for (const { open } of sources) {
        const engine = await open();
        const reading = unscaled(await engine.readLine(image, options), scaleX);
        votes.push({ reading, canWrite: engine.canWrite });
      }
    }
    const again = votes.map(({ reading }) => reading);
    const { text, confidence, characters, characterBoxes } =
      outrightWinner(line, again) ?? combineReadings([{ reading: line, canWrite: () => true }, ...votes]);
    return { ...line, text, confidence, characters, characterBoxes, again: again.map(told) };
  };
}

/** The surest reading of the text that has by far the most votes, as sure as its share of them; null where none has. */
function outrightWinner({ opinions = [] }: LineReading, again: readonly LineReading[]): LineReading | null {
  const votes = Map.groupBy([...opinions, ...again.map(told)], ({ text }) => withoutBlanks(text));
  const [first, second] = [...votes]
    .map(([text, own]) => ({ text, weight: own.reduce((sum, { confidence }) => sum + confidence, 0) }))
    .toSorted((one, other) => other.weight - one.weight);
  if (first === undefined || first.text === '' || second === undefined || first.weight < outright * second.weight) {
    return null;
  }
  const [surest] = again
    .filter(({ text }) => withoutBlanks(text) === first.text)
    .toSorted((one, other) => other.confidence - one.confidence);
  if (surest === undefined) return null;
  const share = first.weight / [...votes.values()].flat().reduce((sum, { confidence }) => sum + confidence, 0);
  const atMostShare = (confidence: number) => Math.min(confidence, share);
  return {
    ...surest,
    confidence: atMostShare(surest.confidence),
    characters: surest.characters.map((character) => ({ ...character, confidence: atMostShare(character.confidence) })),
  };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/** A reading with its boxes in pixels of the crop as it was. */
function unscaled(reading: LineReading, scaleX: number): LineReading {
  const back = ([x0, y0, x1, y1]: Box): Box => [Math.round(x0 / scaleX), y0, Math.round(x1 / scaleX), y1];
  return { ...reading, box: back(reading.box), characterBoxes: reading.characterBoxes.map(back) };
}

function told({ engine, text, confidence }: LineReading): Opinion {
  return { engine, text, confidence };
}
