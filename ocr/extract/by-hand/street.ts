import { unlikeness, type Witness } from './likeness.ts';

/** What streets are, as addresses begin. */
const kindsOfStreet: readonly string[] = [
  'via',
  'viale',
  'vicolo',
  'corso',
  'piazza',
  'piazzale',
  'largo',
  'strada',
  'contrada',
  'salita',
  'galleria',
  'località',
  'frazione',
  'borgo',
  'lungomare',
  'vico',
];
/** A first word costs at most so many letters misread. */
const mostCost = 1;
const smallWords =
  /^(?:di|del|dello|della|dei|degli|delle|da|dal|dalla|al|alla|e|ed|la|il|lo|le|gli|i|in|san|d'|dell')$/;

/** The name of a street with the first word that it must have, where readers made another of it, and with its capitals. */
export function mendStreet(street: string, witnesses: readonly Witness[]): string {
  const [first = '', ...others] = street.split(' ');
  if (others.length === 0) return street;
  const words = [
    withKind(first, witnesses),
    ...others.map((word) => word.replace(/^(de|ne|da|su)(l)(?=[aeo]$)/iu, '$1$2$2')),
  ];
  if (street === street.toUpperCase()) return words.join(' ').toUpperCase();
  return words.map((word) => (smallWords.test(word) ? word : capitalised(word))).join(' ');
}

function withKind(first: string, witnesses: readonly Witness[]): string {
  const plain = first.toLowerCase();
  if (kindsOfStreet.includes(plain) || first.includes('.')) return first;
  const firsts = witnesses.map(({ text, weight }) => ({ text: (text.split(/\s/)[0] ?? '').toLowerCase(), weight }));
  const [best] = kindsOfStreet
    .map((kind) => ({ kind, cost: unlikeness(kind, firsts) }))
    .toSorted((one, other) => one.cost - other.cost);
  if (best === undefined || best.cost > mostCost) return first;
  return first.length > 1 && first === first.toUpperCase() ? best.kind.toUpperCase() : capitalised(best.kind);
}

function capitalised(word: string): string {
  return word.charAt(0).toLocaleUpperCase('it') + word.slice(1);
}
