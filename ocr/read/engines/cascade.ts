import type { Opinion as TextOpinion } from '../../model/reading.ts';
import { combineReadings, type Opinion } from './combine.ts';
import type { LineOptions, LineReader, LineReading } from './engine.ts';

/** Makes or returns an engine; later ones are seldom needed and costly to start. */
export type EngineSource = () => Promise<LineReader>;

/** Surer than this the first engine is hardly ever wrong: where rules will show the rest nobody else is asked. */
const sureAlone = 0.93;
/** Hardly ever written on a form: a reading that holds one is not sure, whatever the engine says. I is read as a bar. */
const unlikely = /[|¢©®\\~<>{}]/;

/**
 * A reader that asks its engines in turn: the second where the first is in doubt or nothing else would tell that it erred, the
 * third where the two differ, and so on. What they read is combined by character; every opinion is kept. Closing it closes none of them.
 */
export function createCascade(sources: readonly EngineSource[]): LineReader {
  return {
    async readLine(crop, options) {
      const opinions: Opinion[] = [];
      for (const source of sources) {
        const engine = await source();
        opinions.push({ reading: await engine.readLine(crop, options), canWrite: engine.canWrite });
        if (isSettled(opinions, options)) break;
      }
      return { ...combineReadings(opinions), opinions: opinions.map(({ reading }) => told(reading)) };
    },
    canWrite: () => true,
    close: async () => undefined,
  };
}

function isSettled(opinions: readonly Opinion[], { checked = false }: LineOptions): boolean {
  const [first, ...others] = opinions;
  if (first === undefined) return false;
  if (others.length === 0) return checked && isSure(first.reading);
  return others.every(({ reading, canWrite }) => sayTheSame(first.reading, reading, canWrite));
}

function isSure({ text, confidence }: LineReading): boolean {
  return text !== '' && confidence >= sureAlone && !unlikely.test(text);
}

/**
 * Whether two readings have the same characters, apart from letters that the second cannot write and from blanks that it left
 * out. Blanks that it alone has are no agreement: those it invents as well.
 */
function sayTheSame(first: LineReading, second: LineReading, canWrite: (character: string) => boolean): boolean {
  const [wanted, seen] = [wordsTogether(first), wordsTogether(second)];
  return (
    seen.length === wanted.length &&
    wanted.every(({ text, behindBlank }, index) => {
      const other = seen[index];
      return (other?.text === text || !canWrite(text)) && (behindBlank || other?.behindBlank !== true);
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
