import { z } from 'zod';
import { valueKindSchema } from '../../model/form.ts';

const namesSchema = z.strictObject({ it: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) });

/** What is written on the blanks of forms that nobody drew, as far as its rules tell right readings from wrong ones. */
const blankKindSchema = z.enum([
  ...valueKindSchema.extract([
    'codice-fiscale',
    'partita-iva',
    'iban',
    'date',
    'comune',
    'street',
    'province',
    'cap',
    'phone',
    'email',
    'number',
  ]).options,
  /** Given name and surname, in either order, or one of them. */
  'person',
]);
export type BlankKind = z.infer<typeof blankKindSchema>;

const labelNamesSchema = z.strictObject({
  /** What is usually printed beside a value of the kind. */
  kinds: z.partialRecord(valueKindSchema, namesSchema),
  /** What is usually printed beside a field that is called so, whatever its kind. */
  fields: z.record(z.string().min(1), namesSchema),
  /** What the print before a blank within a line usually ends with. */
  blanks: z.record(blankKindSchema, namesSchema),
});

/** Names of fields on forms, as they are compared (`labelKey`). */
export interface LabelNames {
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** Sets of names that mean the same; whatever is called by one of them may be called by the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** What stands behind print that ends so, as it is compared (`endKey`). */
  readonly blanks: ReadonlyMap<string, BlankKind>;
}

/** Words that forms put in or leave out at will. Not "a" and "il", which tell the place of birth from the date. */
const idleWords = /\b(del|della|dello|dei|delle|degli|di|de|d|of|the)\b/g;

/** The form in which labels are compared: lower case, no accents or punctuation, no articles between the words. */
export function labelKey(text: string): string {
  return endKey(text).replace(idleWords, '').replace(/\s+/g, ' ').trim();
}

/** The form in which the ends of sentences before blanks are compared: as labels, but with their articles, which tell most there. */
export function endKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Reads the text of `resources/tables/labels.json`. Throws a ZodError or SyntaxError where it has not its shape. */
export function parseLabels(json: string): LabelNames {
  const { kinds, fields, blanks } = labelNamesSchema.parse(JSON.parse(json));
  const keysOf = ({ it, en }: z.infer<typeof namesSchema>) => [...it, ...en].map(labelKey);
  const kindsOfBlanks = blankKindSchema.options.flatMap((kind) => {
    const { it, en } = blanks[kind];
    return [...it, ...en].map((name) => [endKey(name), kind] as const);
  });
  return {
    kinds: new Map(Object.entries(kinds).map(([kind, names]) => [kind, keysOf(names)])),
    synonyms: Object.entries(fields).map(([name, names]) => [labelKey(name), ...keysOf(names)]),
    blanks: new Map(kindsOfBlanks),
  };
}
