import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import description from '../../../intake/openapi.json' with { type: 'json' };

const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ path, method, operation })),
);

/** Every `$ref` in a value. */
function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '$ref' && typeof member === 'string' ? [member] : references(member),
  );
}

function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => Object.entries(at ?? {}).find(([key]) => key === name)?.[1], description);
}

describe('the intake’s description', () => {
  it('names each operation once, and says what each answers without a token', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of operations) {
      const isOpen = 'security' in operation;
      expect('401' in operation.responses, operation.operationId).toBe(!isOpen);
    }
  });

  it('refers to nothing that is not there, and describes nothing that is not used', () => {
    const used = new Set(references(description));
    for (const reference of used) expect(resolve(reference), reference).toBeDefined();
    const { securitySchemes: _, ...components } = description.components;
    const described = Object.entries(components).flatMap(([kind, members]) =>
      Object.keys(members).map((name) => `#/components/${kind}/${name}`),
    );
    expect(described.filter((reference) => !used.has(reference))).toEqual([]);
  });

  it('declares every part of a path', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const item = Object.entries(description.paths).find(([key]) => key === path)?.[1] ?? {};
      const declared = JSON.stringify([item, operation]).toLowerCase();
      for (const name of named) expect(declared).toContain(`#/components/parameters/${name}`.toLowerCase());
    }
  });

  it('has schemas that compile by the letter of JSON Schema 2020-12', () => {
    for (const name of Object.keys(description.components.schemas)) {
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
      addFormats.default(ajv);
      ajv.addVocabulary(Object.keys(description));
      ajv.addSchema(description, 'https://tabularium.invalid/');
      expect(() => ajv.compile({ $ref: `https://tabularium.invalid/#/components/schemas/${name}` })).not.toThrow();
    }
  });
});
