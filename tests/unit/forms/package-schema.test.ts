import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { formDrawings } from '../../../tools/forms/drawings/all.ts';
import { formPackageSchemaText } from '../../../tools/forms/package-schema.ts';
import { manualPackage } from './small-package.ts';

const resources = join(import.meta.dirname, '../../../resources');

function validate(definition: 'form' | 'layout', text: string) {
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
  ajv.addSchema(JSON.parse(formPackageSchemaText()), 'package');
  ajv.validate(`package#/$defs/${definition}`, JSON.parse(text));
  return ajv.errors ?? [];
}

describe('resources/form-package.schema.json', () => {
  it('is what the models say (npm run forms)', async () => {
    expect(await readFile(join(resources, 'form-package.schema.json'), 'utf8')).toBe(formPackageSchemaText());
  });

  it.each(formDrawings.map(({ id, edition }) => [id, edition]))('accepts our own %s', async (id, edition) => {
    const read = (file: string) => readFile(join(resources, 'forms', id, file), 'utf8');
    expect(validate('form', await read('form.json'))).toEqual([]);
    expect(validate('layout', await read(`layouts/${edition}.json`))).toEqual([]);
  });

  it('accepts the example of the manual and refuses a member that nobody knows', async () => {
    const texts = await manualPackage();
    expect(validate('form', texts['form.json'])).toEqual([]);
    expect(validate('layout', texts['layouts/2026-01.json'])).toEqual([]);
    expect(validate('form', texts['form.json'].replace('"version"', '"edition": 1, "version"'))).toMatchObject([
      { keyword: 'additionalProperties' },
    ]);
  });
});
