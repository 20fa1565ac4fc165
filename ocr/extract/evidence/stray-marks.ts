import type { ValueKind } from '../../model/form.ts';

const proseKinds: readonly ValueKind[] = ['text', 'street', 'surname', 'given-name'];

/**
 * What Italian seldom has and dirt between or behind words often makes: an apostrophe before a word that follows no letter, a
 * colon or semicolon with nothing after it, and a hyphen that joins two words of small letters, or a short word of capitals to the next.
 */
const strayMarks: readonly RegExp[] = [
  /(?:^|\s)['’‘`´]\s?\p{L}/u,
  /[:;][\s.,]*$/u,
  /\p{Ll}{2}-\p{Ll}{2}/u,
  /(?<!\p{L})\p{Lu}{2,3}-\p{Lu}{2}/u,
];

/**
 * Whether a text has a mark that is more likely a speck than the writer's. All readers see the same speck, so that their
 * agreement says nothing for it: a person looks. What only lowers the probability is in `calibrate/suspicion.ts`.
 */
export function hasStrayMark(kind: ValueKind, value: string): boolean {
  return proseKinds.includes(kind) && strayMarks.some((mark) => mark.test(value));
}
