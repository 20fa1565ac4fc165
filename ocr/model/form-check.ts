import { z } from 'zod';
import { jsonPointerSchema } from './form.ts';

/** Rules over several fields, as the root of a form's schema lists them under `x-tabularium-checks`. */
export const formCheckSchema = z.discriminatedUnion('kind', [
  /** A codice fiscale says of its person what these fields say. */
  z.strictObject({
    kind: z.literal('codice-fiscale-agrees'),
    codiceFiscale: jsonPointerSchema,
    surname: jsonPointerSchema.optional(),
    givenName: jsonPointerSchema.optional(),
    birthDate: jsonPointerSchema.optional(),
    sex: jsonPointerSchema.optional(),
    birthPlace: jsonPointerSchema.optional(),
  }),
  /** The comune lies, or lay, in the province. */
  z.strictObject({
    kind: z.literal('province-of-comune'),
    comune: jsonPointerSchema,
    province: jsonPointerSchema,
  }),
  /** The postal code is one of the province of the comune. */
  z.strictObject({ kind: z.literal('cap-of-comune'), comune: jsonPointerSchema, cap: jsonPointerSchema }),
  /** No date is before one that stands earlier in the list. */
  z.strictObject({ kind: z.literal('dates-in-order'), dates: z.array(jsonPointerSchema).min(2) }),
  /** None of the dates is still to come on the day the page is read. */
  z.strictObject({ kind: z.literal('dates-passed'), dates: z.array(jsonPointerSchema).min(1) }),
]);
export type FormCheck = z.infer<typeof formCheckSchema>;
export type FormCheckOf<Kind extends FormCheck['kind']> = Extract<FormCheck, { kind: Kind }>;

/** The fields that a check names, each with the path of its mention inside the check. */
export function pointersOfCheck(check: FormCheck): { path: (string | number)[]; pointer: string }[] {
  const { kind: _, ...members } = check;
  return Object.entries(members).flatMap(([member, named]) => {
    if (Array.isArray(named)) return named.map((pointer, index) => ({ path: [member, index], pointer }));
    return named === undefined ? [] : [{ path: [member], pointer: named }];
  });
}
