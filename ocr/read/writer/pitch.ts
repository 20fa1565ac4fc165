/** Letters of one line as the middles of their boxes along the line, in millimetres. */
export type LetterPlaces = readonly number[];

/** Typewriters move on by 1/15 to 1/8 of an inch a letter. */
const leastPitchMm = 1.6;
const mostPitchMm = 3.3;
const pitchStepMm = 0.02;
/** Shorter lines agree with some pitch by chance. */
const leastLettersOfLine = 4;

export interface PitchFinding {
  readonly pitchMm: number;
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
  let best: PitchFinding = { pitchMm: leastPitchMm, agreement: 0, letters };
  if (letters === 0) return best;
  for (let pitchMm = leastPitchMm; pitchMm <= mostPitchMm; pitchMm += pitchStepMm) {
    const agreement = agreementWith(long, pitchMm);
    if (agreement > best.agreement) best = { pitchMm, agreement, letters };
  }
  return best;
}

/** How well letters of some lines stand on a pitch that is known: 0 for letters set anyhow, 1 where all stand exactly on it. */
export function agreementWith(lines: readonly LetterPlaces[], pitchMm: number): number {
  const letters = lines.reduce((sum, places) => sum + places.length, 0);
  const sum = lines
    .filter((places) => places.length > 1)
    .reduce((total, places) => total + places.length * agreementOf(places, pitchMm), 0);
  return letters === 0 ? 0 : sum / letters;
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
