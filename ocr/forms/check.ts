import type { z } from 'zod';
import { formManifestSchema, jsonSchemaSchema, layoutFileSchema } from '../model/form.ts';
import { checkLayout } from './check-layout.ts';
import { checkSchema } from './check-schema.ts';
import { checkShape } from './check-shape.ts';
import { type Finding, fault, type Place, warning } from './finding.ts';
import { FormPackageError, layoutFile, readPartJson } from './load.ts';

export type { Finding } from './finding.ts';

/** Checks a form package and lists all that is wrong with it, in the order of its files. An empty list means: use it. */
export async function checkFormPackage(folder: string): Promise<Finding[]> {
  const manifest = await checkPart(folder, 'form.json', formManifestSchema);
  const schema = await checkPart(folder, 'schema.json', jsonSchemaSchema);
  const findings = [...manifest.findings, ...schema.findings];
  if (schema.value !== null) findings.push(...checkSchema(schema.value, { file: 'schema.json', path: [] }));
  if (manifest.value?.layouts.length === 0) findings.push(labelsAlone());
  for (const edition of manifest.value?.layouts ?? []) {
    const file = layoutFile(edition);
    const layout = await checkPart(folder, file, layoutFileSchema);
    findings.push(...layout.findings);
    if (layout.value === null || schema.value === null) continue;
    findings.push(...(await checkLayout(layout.value, edition, schema.value, folder, { file, path: [] })));
  }
  return findings;
}

function labelsAlone(): Finding {
  return warning(
    { file: 'form.json', path: ['layouts'] },
    'nessun layout: i valori si cercano accanto alle etichette e una persona li verifica tutti; tabelle, caselle e firme le scrive una persona. Per una lettura sicura, aggiungere un layout',
    'no layout: values are looked for beside labels and a person verifies them all; tables, tick boxes and signatures are keyed by a person. Add a layout to have the form read with certainty',
  );
}

async function checkPart<Schema extends z.ZodType>(folder: string, file: string, schema: Schema) {
  const place: Place = { file, path: [] };
  try {
    return checkShape(await readPartJson(folder, file), schema, place);
  } catch (error) {
    if (!(error instanceof FormPackageError)) throw error;
    const detail = error.cause instanceof SyntaxError ? error.cause.message : null;
    const finding =
      detail === null
        ? fault(
            place,
            'il file manca o non si può leggere: crearlo',
            'the file is missing or cannot be read: create it',
          )
        : fault(place, `non è JSON: ${detail}`, `is not JSON: ${detail}`);
    return { value: null, findings: [finding] };
  }
}
