import { describeField, type FieldDescription } from '../describe.ts';
import { type LabelNames, labelKey } from './labels.ts';

/** One way in which a form may name a field beside it. */
export interface FieldName {
  readonly key: string;
  /** How plainly the name means this field and no other, 0 to 1. */
  readonly weight: number;
}

/** What the form says itself comes before what is usual. Set by hand: they only order names that fit equally well. */
const weights = { title: 1, member: 0.95, synonym: 0.9, kind: 0.85 };

function namesAt(schema: Parameters<typeof describeField>[0], pointer: string) {
  const title = describeField(schema, pointer)?.title;
  const member = pointer.slice(pointer.lastIndexOf('/') + 1);
  return { titles: title === undefined ? [] : [labelKey(title.it), labelKey(title.en)], member: labelKey(member) };
}

/** Names with the part of the form they belong to, as in "cognome del richiedente". */
function withPart(schema: Parameters<typeof describeField>[0], pointer: string, titles: readonly string[]): string[] {
  const part = pointer.slice(0, pointer.lastIndexOf('/'));
  if (part === '') return [];
  const { titles: ofPart, member } = namesAt(schema, part);
  return titles.flatMap((title) => [...ofPart, member].map((name) => `${title} ${name}`));
}

/**
 * All names by which a form may call a field: its title in both languages, its name in the schema, and the synonyms of
 * these and of its kind. Each name once, with its greatest weight.
 */
export function namesOfField(
  schema: Parameters<typeof describeField>[0],
  { pointer, kind }: FieldDescription,
  labels: LabelNames,
): FieldName[] {
  const { titles, member } = namesAt(schema, pointer);
  const own = [...titles, member];
  const synonyms = labels.synonyms.filter((names) => names.some((name) => own.includes(name))).flat();
  const weighed: readonly (readonly [number, readonly string[]])[] = [
    [weights.title, [...titles, ...withPart(schema, pointer, titles)]],
    [weights.member, [member]],
    [weights.synonym, synonyms],
    [weights.kind, labels.kinds.get(kind) ?? []],
  ];
  const best = new Map<string, number>();
  for (const [weight, keys] of weighed) {
    for (const key of keys) if (key !== '' && !best.has(key)) best.set(key, weight);
  }
  return [...best].map(([key, weight]) => ({ key, weight }));
}
