import type { Word } from '../model/reading.ts';
import type { LineReading } from './engines/engine.ts';
import { surroundingBox } from './engines/page-lines.ts';

/** The words of a line, parted at its blanks; each as sure as its least sure character. Boxes are in pixels of the crop. */
export function wordsOfLine({ characters, characterBoxes, box }: LineReading): Word[] {
  const words: { places: number[] }[] = [];
  characters.forEach(({ text }, place) => {
    if (text === ' ') words.push({ places: [] });
    else if (words.length === 0) words.push({ places: [place] });
    else words.at(-1)?.places.push(place);
  });
  return words
    .filter(({ places }) => places.length > 0)
    .map(({ places }) => ({
      text: places.map((place) => characters[place]?.text ?? '').join(''),
      confidence: Math.min(...places.map((place) => characters[place]?.confidence ?? 0)),
      box: surroundingBox(places.map((place) => characterBoxes[place] ?? box)),
    }));
}
