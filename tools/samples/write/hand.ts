import type { FaceName, Typeface } from '../../forms/draw/typeface.ts';
import type { Random } from '../random.ts';
import type { HandKind } from '../truth.ts';
import { facesOf, usualFaces } from './faces.ts';

export type MarkManner = 'strike' | 'cross' | 'wide-cross' | 'tick' | 'fill';

/** How somebody fills in a form: machine or pen, and how steadily. Lengths in millimetres, angles in degrees. */
export interface Hand {
  readonly kind: HandKind;
  readonly face: FaceName;
  readonly typeface: Typeface;
  /** Height of capitals on lines and in combs. */
  readonly capitalMm: number;
  readonly combCapitalMm: number;
  /** Em size for capitals one millimetre high. */
  readonly emPerCapital: number;
  readonly grey: number;
  /** Stroke laid around the outlines: a thicker pen, a fuller ribbon. */
  readonly strokeMm: number;
  readonly slantDeg: number;
  /** Spread of single letters around their place, as shares of the capital height; their turn in degrees. */
  readonly wobble: {
    readonly baseline: number;
    readonly size: number;
    readonly turnDeg: number;
    readonly grey: number;
  };
  readonly capitalsOnly: boolean;
  /** How boxes are marked, nearly always. */
  readonly mark: MarkManner;
  /** Fixed advance in millimetres, as typewriters have; null where the face says. */
  readonly pitchMm: number | null;
}

/** Draws one person's hand of a kind. `family` asks for one face instead of a drawn one. */
export function drawHand(
  random: Random,
  kind: HandKind,
  openFace: (name: FaceName) => Typeface,
  family?: string,
): Hand {
  const face = facesOf(kind).find((candidate) => candidate.family === family) ?? random.pick(usualFaces[kind]);
  return handIn(random, kind, face, openFace);
}

/** As `drawHand`, in one face. */
export function handIn(random: Random, kind: HandKind, face: FaceName, openFace: (name: FaceName) => Typeface): Hand {
  const typeface = openFace(face);
  const capital = typeface.outlines('H')[0]?.ink?.maxY ?? 0.7;
  const base = { kind, face, typeface, emPerCapital: 1 / capital };
  if (kind === 'typed') return { ...base, ...typedManner(random) };
  return kind === 'typewriter' ? { ...base, ...typewriterManner(random, typeface) } : { ...base, ...penManner(random) };
}

function typedManner(random: Random) {
  return {
    capitalMm: random.between(2.5, 2.9),
    combCapitalMm: random.between(2.9, 3.3),
    grey: random.whole(0, 30),
    strokeMm: 0,
    slantDeg: 0,
    wobble: { baseline: 0, size: 0, turnDeg: 0, grey: 0 },
    capitalsOnly: random.chance(0.4),
    mark: 'strike' as const,
    pitchMm: null,
  };
}

/** Pica machines set ten letters to the inch, elite ones twelve: the size of the type follows from that. */
function typewriterManner(random: Random, typeface: Typeface) {
  const pitchMm = 25.4 / random.pick([10, 10, 12]);
  const [letter] = typeface.outlines('H');
  const capitalMm = ((letter?.ink?.maxY ?? 0.57) / (letter?.advance ?? 0.6)) * pitchMm;
  return {
    capitalMm,
    combCapitalMm: capitalMm,
    grey: random.whole(25, 60),
    strokeMm: random.between(0, 0.08),
    slantDeg: 0,
    wobble: { baseline: 0.035, size: 0, turnDeg: 0.5, grey: 22 },
    capitalsOnly: random.chance(0.5),
    mark: 'strike' as const,
    pitchMm,
  };
}

function penManner(random: Random) {
  return {
    capitalMm: random.between(3.3, 4.3),
    combCapitalMm: random.between(3.8, 4.9),
    grey: random.pick([25, 40, 70, 90]),
    strokeMm: random.between(0.1, 0.28),
    slantDeg: random.between(-4, 9),
    wobble: { baseline: 0.06, size: 0.05, turnDeg: 2, grey: 8 },
    capitalsOnly: random.chance(0.65),
    mark: random.pick(['cross', 'cross', 'wide-cross', 'tick', 'tick', 'fill'] as const),
    pitchMm: null,
  };
}
