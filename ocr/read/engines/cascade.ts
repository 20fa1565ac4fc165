import { kindOfReader, type Opinion as TextOpinion } from '../../model/reading.ts';
import { combineReadings, type Opinion } from './combine.ts';
import type { LineOptions, LineReader, LineReading } from './engine.ts';

/** An engine of a cascade. */
export interface EngineSource {
  /** Makes or returns it; later ones are seldom needed and costly to start. */
  readonly open: () => Promise<LineReader>;
  /** A reading less sure than this is not heard: the engine knows that it cannot read this, as one for print before handwriting. */
  readonly leastConfidence?: number;
  /** The same for the mean of its characters: one letter that it cannot read says nothing of the others. */
  readonly leastMean?: number;
  /** Nobody else is asked for its agreement with another alone, unless one of the two is as sure as this, or needs not be. */
  readonly leastToSettle?: number;
  /** Surer than this it is hardly ever wrong, and nobody else is asked where it is the first. Without it somebody always is. */
  readonly sureAlone?: SureAlone;
}

/** How sure one engine must be: where rules will show most of what it misreads, and where they will not. */
export interface SureAlone {
  readonly checked: number;
  readonly unchecked: number;
}

interface Heard extends Opinion {
  readonly maySettle: boolean;
}

/** No reading is as sure. */
export const neverAlone = 2;

/** Hardly ever written on a form: a reading that holds one is not sure, whatever the engine says. I is read as a bar. */
const unlikely = /[|¢©®\\~<>{}]/;

/**
 * A reader that asks its engines in turn: the second where the first is not sure enough to stand alone, the
 * next ones until two of different kinds read the same. What they read is combined by character; every opinion is kept, in the
 * order of asking. Closing it closes none of them.
 */
export function createCascade(sources: readonly EngineSource[]): LineReader {
  return {
    async readLine(crop, options) {
      const opinions: Heard[] = [];
      for (const { open, leastConfidence = 0, leastMean = 0, leastToSettle = 0, sureAlone } of sources) {
        const engine = await open();
        const reading = await engine.readLine(crop, options);
        if (reading.confidence < leastConfidence || meanConfidence(reading) < leastMean) continue;
        opinions.push({ reading, canWrite: engine.canWrite, maySettle: reading.confidence >= leastToSettle });
        if (isSettled(opinions, options, sureAlone)) break;
      }
      return { ...combineReadings(surestOfBlanks(opinions)), opinions: opinions.map(({ reading }) => told(reading)) };
    },
    canWrite: () => true,
    close: async () => undefined,
  };
}

function meanConfidence({ characters }: LineReading): number {
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, characters.length);
}

/** Those first that put blanks dependably: they also know best where letters stand. */
function surestOfBlanks(opinions: readonly Opinion[]): Opinion[] {
  return opinions.toSorted((one, other) => Number(other.canWrite(' ')) - Number(one.canWrite(' ')));
}

function isSettled(opinions: readonly Heard[], { checked = false }: LineOptions, sureAlone?: SureAlone): boolean {
  const last = opinions.at(-1);
  if (last === undefined) return false;
  const earlier = opinions.slice(0, -1);
  if (earlier.length === 0) {
    return sureAlone !== undefined && isSure(last.reading, checked ? sureAlone.checked : sureAlone.unchecked);
  }
  return earlier.some((one) => (one.maySettle || last.maySettle) && areOfTwoKinds(one, last) && agree(one, last));
}

function areOfTwoKinds(one: Opinion, another: Opinion): boolean {
  return kindOfReader(one.reading.engine) !== kindOfReader(another.reading.engine);
}

function isSure({ text, confidence }: LineReading, least: number): boolean {
  return text !== '' && confidence >= least && !unlikely.test(text);
}

/**
 * Whether two opinions have the same characters, apart from letters that one cannot write and from blanks that the one who
 * puts them less dependably left out. Blanks that this one alone has are no agreement: those are invented as well.
 */
function agree(one: Opinion, another: Opinion): boolean {
  const [lead, other] = one.canWrite(' ') || !another.canWrite(' ') ? [one, another] : [another, one];
  const [wanted, seen] = [wordsTogether(lead.reading), wordsTogether(other.reading)];
  return (
    seen.length === wanted.length &&
    wanted.every(({ text, behindBlank }, index) => {
      const read = seen[index];
      return (read?.text === text || !other.canWrite(text)) && (behindBlank || read?.behindBlank !== true);
    })
  );
}

/** The characters that are no blanks, and of each whether one stands before it. */
function wordsTogether({ characters }: LineReading): { readonly text: string; readonly behindBlank: boolean }[] {
  return characters.flatMap(({ text }, index) =>
    text === ' ' ? [] : [{ text, behindBlank: characters[index - 1]?.text === ' ' }],
  );
}

function told({ engine, text, confidence }: LineReading): TextOpinion {
  return { engine, text, confidence };
}
