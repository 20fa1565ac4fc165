import type { FaceName } from '../../forms/draw/typeface.ts';

/** Print and typewriters; nobody's hand is read by lines alone. */
export type MachineKind = 'typed' | 'typewriter';
export type MachineFaces = Readonly<Record<MachineKind, readonly FaceName[]>>;

/** Faces that the line network learns from. */
export const learntFaces: MachineFaces = {
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
};

/** Faces that only measure. Samples are drawn with three of them, so that these tell what the network makes of unknown faces. */
export const heldOutFaces: MachineFaces = {
  typed: faces(400, 'roboto', 'source-serif-4', 'lato'),
  typewriter: faces(400, 'courier-prime', 'pt-mono'),
};

function faces(weight: number, ...families: string[]): FaceName[] {
  return families.map((family) => ({ family, weight }));
}
