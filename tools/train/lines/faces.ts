import type { LineNetworkName } from '../../../ocr/read/engines/line-network/description.ts';
import type { FaceName } from '../../forms/draw/typeface.ts';
import { type Faces, furtherFaces, heldOutFaces } from '../../samples/write/faces.ts';

/** What a network learns from, and what only measures. */
export interface LessonFaces {
  /** What the names of its sets begin with, so that both kinds can be kept in one folder. */
  readonly setsBegin: string;
  readonly learnt: Faces;
  readonly heldOut: Faces;
}

const machines: Faces = {
  typed: [
    ...faces(
      400,
      'arimo',
      'tinos',
      'open-sans',
      'noto-serif',
      'carlito',
      'caladea',
      'gelasio',
      'titillium-web',
      'pt-sans',
    ),
    ...faces(
      400,
      'pt-serif',
      'eb-garamond',
      'libre-baskerville',
      'roboto-condensed',
      'ibm-plex-serif',
      'zilla-slab',
      'roboto-slab',
    ),
    ...faces(700, 'arimo', 'tinos', 'carlito', 'titillium-web'),
  ],
  // The two that look like true machines twice.
  typewriter: faces(
    400,
    'special-elite',
    'special-elite',
    'cutive-mono',
    'cutive-mono',
    'cousine',
    'ubuntu-mono',
    'anonymous-pro',
    'space-mono',
    'fira-mono',
    'inconsolata',
  ),
  handwritten: [],
};

/** Samples are drawn with three of them, so that these tell what the network makes of unknown faces. */
const unknownMachines: Faces = {
  typed: faces(400, 'roboto', 'source-serif-4', 'lato'),
  typewriter: faces(400, 'courier-prime', 'pt-mono'),
  handwritten: [],
};

const print: LessonFaces = { setsBegin: '', learnt: machines, heldOut: unknownMachines };
/** None that samples are drawn with is among them, nor any that the networks of characters were judged by. */
const hands: LessonFaces = {
  setsBegin: 'hands-',
  learnt: { typed: [], typewriter: [], handwritten: furtherFaces.handwritten },
  heldOut: { typed: [], typewriter: [], handwritten: heldOutFaces.handwritten },
};

/** Each network knows print or hands: what tells letters of one apart misleads about the other. */
export const facesOfLesson: Readonly<Record<LineNetworkName, LessonFaces>> = {
  lines: print,
  'lines-near': print,
  'lines-hand': hands,
};

function faces(weight: number, ...families: string[]): FaceName[] {
  return families.map((family) => ({ family, weight }));
}
