/// <reference path="./ajv-i18n.d.ts" />
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import localizeItalian from 'ajv-i18n/localize/it/index.js';
import { z } from 'zod';
import { formCheckSchema, pointersOfCheck } from '../model/form-check.ts';
import { addAnnotations, annotationSchemas } from './annotations.ts';
import { type Finding, fault, type Place, within } from './finding.ts';
import { isSchemaNode, type SchemaNode, schemaNodeAt } from './schema-node.ts';

/** Checks `schema.json`: the meta-schema of 2020-12, our annotations, and that these speak of fields that exist. */
export function checkSchema(schema: SchemaNode, place: Place): Finding[] {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateSchema: false,
    allowUnionTypes: true,
    logger: false,
  });
  addFormats.default(ajv);
  addAnnotations(ajv);
  for (const keyword of foreignAnnotations(schema)) ajv.addKeyword(keyword);
  const findings = [...checkAgainstMetaSchema(ajv, schema, place), ...checkPointers(schema, place)];
  return findings.length > 0 ? findings : checkByCompiling(ajv, schema, place);
}

function checkAgainstMetaSchema(ajv: Ajv2020, schema: SchemaNode, place: Place): Finding[] {
  if (schema.$schema !== 'https://json-schema.org/draft/2020-12/schema') {
    return [
      fault(
        within(place, '$schema'),
        'deve essere "https://json-schema.org/draft/2020-12/schema": aggiungerlo in testa al file',
        'must be "https://json-schema.org/draft/2020-12/schema": add it at the head of the file',
      ),
    ];
  }
  if (ajv.validateSchema(schema) === true) return [];
  const errors = ajv.errors ?? [];
  const english = errors.map((error) => error.message ?? error.keyword);
  localizeItalian(errors);
  return errors.map((error, index) =>
    fault(
      within(place, ...error.instancePath.split('/').slice(1)),
      `non è JSON Schema 2020-12: ${error.message ?? error.keyword}`,
      `is not JSON Schema 2020-12: ${english[index] ?? error.keyword}`,
    ),
  );
}

/** Compiling finds misspelt keywords, references into the void and annotations of the wrong shape. */
function checkByCompiling(ajv: Ajv2020, schema: SchemaNode, place: Place): Finding[] {
  try {
    ajv.compile(schema);
    return [];
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return [fault(place, `lo schema non si può usare: ${detail}`, `the schema cannot be used: ${detail}`)];
  }
}

function checkPointers(schema: SchemaNode, place: Place): Finding[] {
  const order = z.array(z.string()).safeParse(schema['x-tabularium-order']);
  const checks = z.array(formCheckSchema).safeParse(schema['x-tabularium-checks']);
  const named: [Place, string][] = (order.data ?? []).map((pointer, index) => [
    within(place, 'x-tabularium-order', index),
    pointer,
  ]);
  for (const [index, check] of (checks.data ?? []).entries()) {
    for (const { path, pointer } of pointersOfCheck(check)) {
      named.push([within(place, 'x-tabularium-checks', index, ...path), pointer]);
    }
  }
  return named
    .filter(([, pointer]) => schemaNodeAt(schema, pointer) === null)
    .map(([at, pointer]) =>
      fault(
        at,
        `lo schema non ha il campo ${pointer}: correggere il puntatore o aggiungere il campo`,
        `the schema has no field ${pointer}: correct the pointer or add the field`,
      ),
    );
}

/** Names of annotations that others use (`x-...`), which are none of our business. Misspelt ones of ours are not among them. */
function foreignAnnotations(node: unknown): Set<string> {
  if (Array.isArray(node)) return new Set(node.flatMap((member) => [...foreignAnnotations(member)]));
  if (!isSchemaNode(node)) return new Set();
  return new Set(
    Object.entries(node).flatMap(([key, member]) => [
      ...(key.startsWith('x-') && !key.startsWith('x-tabularium-') ? [key] : []),
      ...(key in annotationSchemas ? [] : foreignAnnotations(member)),
    ]),
  );
}
