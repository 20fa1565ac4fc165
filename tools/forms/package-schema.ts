import { z } from 'zod';
import { formManifestSchema, layoutFileSchema } from '../../ocr/model/form.ts';

/** Text of `resources/form-package.schema.json`: the models of a form package as JSON Schema 2020-12 for editors. */
export function formPackageSchemaText(): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Form package of Tabularium',
    description:
      'form.json follows $defs/form, layouts/<edition>.json follows $defs/layout. schema.json is JSON Schema 2020-12 itself, with x-tabularium-* annotations (docs/form-packages.md).',
    anyOf: [{ $ref: '#/$defs/form' }, { $ref: '#/$defs/layout' }],
    $defs: {
      form: describe(formManifestSchema, 'form.json'),
      layout: describe(layoutFileSchema, 'layouts/<edition>.json'),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function describe(model: z.ZodType, title: string) {
  const { $schema: _, ...schema } = z.toJSONSchema(model, { target: 'draft-2020-12', io: 'input' });
  return { title, ...schema };
}
