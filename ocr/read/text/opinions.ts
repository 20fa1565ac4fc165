import type { Opinion } from '../../model/reading.ts';
import type { LineReading } from '../engines/engine.ts';

/**
 * What each engine read of a zone of several lines, one opinion an engine. Where an engine was not asked for a line, being
 * needless there, its opinion has what the others made of that line.
 */
export function joinOpinions(lines: readonly LineReading[]): Opinion[] {
  const engines = new Set(lines.flatMap(({ opinions = [] }) => opinions.map(({ engine }) => engine)));
  return [...engines].map((engine) => {
    const own = lines.map((line) => line.opinions?.find((opinion) => opinion.engine === engine) ?? line);
    return {
      engine,
      text: own.map(({ text }) => text).join('\n'),
      confidence: Math.min(...own.map(({ confidence }) => confidence)),
    };
  });
}

/** As `joinOpinions`, of what was read again. A line that left no doubt stands in all of them as it was read. */
export function joinSecondReadings(lines: readonly LineReading[]): Opinion[] {
  const again = lines.find((line) => line.again !== undefined)?.again ?? [];
  return again.map(({ engine }, index) => {
    const own = lines.map((line) => line.again?.[index] ?? line);
    return {
      engine,
      text: own.map(({ text }) => text).join('\n'),
      confidence: Math.min(...own.map(({ confidence }) => confidence)),
    };
  });
}
