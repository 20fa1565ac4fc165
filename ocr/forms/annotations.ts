import type { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { bilingualSchema, jsonPointerSchema, valueKindSchema } from '../model/form.ts';
import { formCheckSchema } from '../model/form-check.ts';

/** What may be said in a form's `schema.json` beyond JSON Schema 2020-12. */
export const annotationSchemas = {
  /** Name of the field on screen. */
  'x-tabularium-title': bilingualSchema,
  /** How the value is normalised and checked. */
  'x-tabularium-kind': valueKindSchema,
  /** On a property its rank; at the root the pointers of all fields in the order in which they are shown. */
  'x-tabularium-order': z.union([z.number(), z.array(jsonPointerSchema)]),
  /** Names of an enum's codes. */
  'x-tabularium-titles': z.record(z.string(), bilingualSchema),
  /** Concept of a public vocabulary, such as https://w3id.org/italia/onto/CPV/familyName. */
  'x-tabularium-concept': z.url(),
  'x-tabularium-special-category': z.boolean(),
  'x-tabularium-checks': z.array(formCheckSchema),
} as const;

/** Teaches ajv our annotations: they assert nothing of a record but must themselves be well formed. */
export function addAnnotations(ajv: Ajv2020): void {
  for (const [keyword, schema] of Object.entries(annotationSchemas)) {
    const { $schema: _, ...metaSchema } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
    ajv.addKeyword({ keyword, metaSchema });
  }
}
