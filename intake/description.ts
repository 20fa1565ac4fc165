import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { NewSubmission } from './model.ts';
import description from './openapi.json' with { type: 'json' };
import { IntakeProblem } from './problem.ts';

export { description };

const address = 'https://tabularium.invalid/openapi.json';

/** Compiles a named schema of the description, so that what the service enforces is what it publishes. */
export function compileComponent<T>(name: keyof typeof description.components.schemas): ValidateFunction<T> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(description, address);
  return ajv.compile<T>({ $ref: `${address}#/components/schemas/${name}` });
}

const sayWhere = (error: ErrorObject) => ({
  pointer: error.instancePath,
  detail: `${error.message ?? 'is not valid'}${error.keyword === 'additionalProperties' ? `: ${error.params.additionalProperty}` : ''}`,
});

/** Returns a check that gives the body back typed, or throws the problem `invalid` naming every place that is wrong. */
export function createBodyCheck(): (body: unknown) => NewSubmission {
  const validate = compileComponent<NewSubmission>('NewSubmission');
  return (body) => {
    if (validate(body)) return body;
    throw new IntakeProblem('invalid', 'The body is not a submission.', {
      errors: (validate.errors ?? []).slice(0, 20).map(sayWhere),
    });
  };
}
