import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { FieldValue } from '../model/field.ts';
import type { FormPackage } from '../model/form.ts';
import { assembleRecord } from './record.ts';

/** What a record breaks of its form's schema: pointers of fields that do not fit, and of required ones that are absent. */
export interface SchemaFindings {
  readonly broken: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

const compiled = new WeakMap<object, ValidateFunction>();

function validatorOf(form: FormPackage): ValidateFunction {
  const known = compiled.get(form.schema);
  if (known) return known;
  const ajv = new Ajv2020({ allErrors: true, strict: false, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(form.schema);
  compiled.set(form.schema, validate);
  return validate;
}

function pathOf(error: ErrorObject): { path: string; absent: boolean } {
  if (error.keyword !== 'required') return { path: error.instancePath, absent: false };
  return { path: `${error.instancePath}/${String(error.params.missingProperty)}`, absent: true };
}

/** Validates the values of a document against its form's JSON Schema (2020-12). */
export function validateRecord(form: FormPackage, values: Readonly<Record<string, FieldValue>>): SchemaFindings {
  const { record, origin } = assembleRecord(values);
  const validate = validatorOf(form);
  const broken = new Set<string>();
  const absent = new Set<string>();
  if (!validate(record)) {
    for (const error of validate.errors ?? []) {
      const { path, absent: isAbsent } = pathOf(error);
      (isAbsent ? absent : broken).add(origin.get(path) ?? path);
    }
  }
  return { broken, absent };
}
