/** Letters of one line as the middles of their boxes along the line, in millimetres. */
export type LetterPlaces = readonly number[];

/** Typewriters move on by 1/15 to 1/8 of an inch a letter. */
const leastPitchMm = 1.6;
const mostPitchMm = 3.3;
const pitchStepMm = 0.02;
/** Shorter lines agree with some pitch by chance. */
const leastLettersOfLine = 4;

export interface PitchFinding {
  /** 0 for letters set anyhow, 1 where all stand exactly on one pitch. */
  readonly agreement: number;
  /** Letters in the lines that were long enough to be judged. */
  readonly letters: number;
}

/**
 * Looks for one pitch on which the letters of all lines stand, as only typewriters and monospaced fonts set them. For each
 * pitch the letters of a line are angles on a circle one pitch round; the square of their mean vector's length, freed of
 * what chance adds to it (Mardia and Jupp, Directional Statistics, 2000), is averaged over the lines by their letters.
 */
export function findPitch(lines: readonly LetterPlaces[]): PitchFinding {
  const long = lines.filter((places) => places.length >= leastLettersOfLine);
  const letters = long.reduce((sum, places) => sum + places.length, 0);
  let agreement = 0;
  if (letters === 0) return { agreement, letters };
  for (let pitchMm = leastPitchMm; pitchMm <= mostPitchMm; pitchMm += pitchStepMm) {
    const sum = long.reduce((total, places) => total + places.length * agreementOf(places, pitchMm), 0);
    agreement = Math.max(agreement, sum / letters);
  }
  return { agreement, letters };
}

function agreementOf(places: LetterPlaces, pitchMm: number): number {
  let [cosines, sines] = [0, 0];
  for (const place of places) {
    const angle = (2 * Math.PI * place) / pitchMm;
    cosines += Math.cos(angle);
    sines += Math.sin(angle);
  }
  return ((cosines * cosines + sines * sines) / places.length - 1) / (places.length - 1);
}
