import { describe, expect, it } from 'vitest';
import { assembleRecord, buildRecord } from '../../../ocr/extract/record.ts';

describe('a record', () => {
  it('nests members, leaves nulls out and closes up empty rows', () => {
    expect(
      buildRecord({ '/a/b': 'x', '/a/c': null, '/rows/0/name': null, '/rows/1/name': 'Anna', '/odd~1key': true }),
    ).toEqual({ a: { b: 'x' }, rows: [{ name: 'Anna' }], 'odd/key': true });
  });

  it('remembers which field each member came from', () => {
    const { origin } = assembleRecord({ '/rows/0/name': null, '/rows/2/name': 'Anna' });
    expect(origin.get('/rows/0/name')).toBe('/rows/2/name');
  });

  it('of nothing is an empty object', () => {
    expect(buildRecord({ '/a': null })).toEqual({});
  });
});
