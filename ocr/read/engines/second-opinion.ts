import type { Character } from '../../model/reading.ts';
import type { LineReading, TextEngine } from './engine.ts';

/** Confidence left to what the two engines read differently. */
const disputed = 0.45;

/**
 * An engine whose lines a second one checks. The first one's text stands; where the second reads something else the
 * confidence falls, because an engine is sure of its errors too: two that differ in their networks seldom share one.
 * Single characters and pages are left to the first. Closing it closes neither.
 */
export function withSecondOpinion(first: TextEngine, second: TextEngine): TextEngine {
  return {
    readPage: (image, options) => first.readPage(image, options),
    readLine(crop, options) {
      const reading = first.readLine(crop, options);
      if (options.shape === 'character' || reading.text === '') return reading;
      return weigh(reading, second.readLine(crop, options));
    },
    close: () => undefined,
  };
}

function weigh(reading: LineReading, other: LineReading): LineReading {
  if (reading.text === other.text) return reading;
  const comparable = reading.characters.length === other.characters.length;
  const characters = reading.characters.map((character, index): Character => {
    const agrees = comparable && other.characters[index]?.text === character.text;
    return agrees ? character : { ...character, confidence: Math.min(character.confidence, disputed) };
  });
  return { ...reading, characters, confidence: Math.min(reading.confidence, disputed) };
}
