import type { FaceName } from '../../forms/draw/typeface.ts';
import type { HandKind } from '../truth.ts';

/** Faces by the kind of hand that they write. */
export type Faces = Readonly<Record<HandKind, readonly FaceName[]>>;

/** What samples are drawn with unless a face is asked for by name. Their order is part of what a seed means. */
export const usualFaces: Faces = {
  typed: regular('roboto', 'source-serif-4'),
  typewriter: regular('special-elite', 'courier-prime', 'cutive-mono'),
  handwritten: [
    { family: 'caveat', weight: 500 },
    ...regular('kalam', 'patrick-hand', 'indie-flower', 'shadows-into-light', 'architects-daughter'),
  ],
};

/** Faces that the character network learns from besides the usual ones. */
export const furtherFaces: Faces = {
  typed: regular('arimo', 'tinos'),
  typewriter: regular('cousine', 'ubuntu-mono'),
  handwritten: regular(
    'amatic-sc',
    'bad-script',
    'balsamiq-sans',
    'caveat-brush',
    'chilanka',
    'comic-neue',
    'covered-by-your-grace',
    'crafty-girls',
    'delicious-handrawn',
    'delius',
    'gloria-hallelujah',
    'grandstander',
    'handlee',
    'itim',
    'just-another-hand',
    'neucha',
    'over-the-rainbow',
    'pangolin',
    'permanent-marker',
    'playpen-sans',
    'rock-salt',
    'shantell-sans',
    'short-stack',
    'sriracha',
    'sue-ellen-francisco',
    'swanky-and-moo-moo',
    'the-girl-next-door',
    'walter-turncoat',
    'zeyada',
    'comic-relief',
    'klee-one',
    'mali',
    'merienda',
    'vibur',
    'yomogi',
    'yusei-magic',
    'zen-kurenaido',
  ),
};

/** Faces that nothing learns from: by these the network is chosen, and its temperature fitted. */
export const heldOutFaces: Faces = {
  typed: regular('lato'),
  typewriter: regular('pt-mono'),
  handwritten: regular(
    'annie-use-your-telescope',
    'coming-soon',
    'gochi-hand',
    'mansalva',
    'schoolbell',
    'waiting-for-the-sunrise',
  ),
};

/** Faces that nothing learns from and nothing was chosen by: what the network makes of hands it never saw. */
export const unseenFaces: Faces = {
  typed: [],
  typewriter: [],
  handwritten: regular('dekko', 'fuzzy-bubbles', 'nothing-you-could-do', 'sedgwick-ave'),
};

/** All faces of a kind that can be asked for by name. */
export function facesOf(kind: HandKind): readonly FaceName[] {
  return [...usualFaces[kind], ...furtherFaces[kind], ...heldOutFaces[kind], ...unseenFaces[kind]];
}

function regular(...families: string[]): FaceName[] {
  return families.map((family) => ({ family, weight: 400 }));
}
