import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type FormPackage, formManifestSchema, jsonSchemaSchema, layoutFileSchema } from '../model/form.ts';
import { expandTables } from './expand-tables.ts';

/** A form package that cannot be used. `file` is relative to the package's folder. */
export class FormPackageError extends Error {
  readonly file: string;

  constructor(folder: string, file: string, detail: string, options?: ErrorOptions) {
    super(`${basename(folder)}/${file}: ${detail}`, options);
    this.name = 'FormPackageError';
    this.file = file;
  }
}

/**
 * Loads a form package from its folder: `form.json`, `schema.json` and the layouts that the manifest names, with
 * tables resolved into their cells. Throws a FormPackageError at the first file that is missing or does not have the right shape; `checkFormPackage` says more.
 */
export async function loadFormPackage(folder: string): Promise<FormPackage> {
  const manifest = await readPart(folder, 'form.json', formManifestSchema);
  const schema = await readPart(folder, 'schema.json', jsonSchemaSchema);
  const files = await Promise.all(
    manifest.layouts.map((edition) => readPart(folder, layoutFile(edition), layoutFileSchema)),
  );
  return { manifest, schema, layouts: files.map(expandTables), folder };
}

/** Path of an edition's layout inside its package. */
export function layoutFile(edition: string): string {
  return `layouts/${edition}.json`;
}

/** Absolute path of the image of one empty page. */
export function referencePath(folder: string, reference: string): string {
  return join(folder, 'layouts', reference);
}

/** Reads one JSON file of a package. Throws a FormPackageError when it is missing or is not JSON. */
export async function readPartJson(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (cause) {
    const detail = cause instanceof SyntaxError ? `is not JSON: ${cause.message}` : 'cannot be read';
    throw new FormPackageError(folder, file, detail, { cause });
  }
}

async function readPart<Schema extends z.ZodType>(folder: string, file: string, schema: Schema) {
  const parsed = schema.safeParse(await readPartJson(folder, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FormPackageError(folder, file, `/${issue?.path.join('/') ?? ''} ${issue?.message ?? 'is not valid'}`);
}
