import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originOf, rewriteSources, toAppAddress, toBrowserAddress } from '../../stand-in/addresses.ts';
import { decodeValue, encodeValue } from '../../stand-in/value-codec.ts';

const schemes = new Set(['app']);

describe('values between Node and the page', () => {
  it('arrive as they were', () => {
    // As JSON has it, -0 is 0.
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
    const leaf = fc.oneof(
      json,
      fc.constant(undefined),
      fc.date({ noInvalidDate: true }),
      fc.bigInt(),
      fc.uint8Array(),
      fc.array(fc.tuple(fc.string(), fc.integer())).map((pairs) => new Map(pairs)),
      fc.array(fc.string()).map((items) => new Set(items)),
      fc.record({ $: fc.string(), of: json }),
    );
    fc.assert(
      fc.property(fc.array(leaf), (value) => {
        expect(decodeValue(encodeValue(value))).toEqual(value);
      }),
    );
  });

  it('are refused when they cannot be cloned', () => {
    expect(() => encodeValue({ callback: () => {} })).toThrow(/cloned/);
  });
});

describe('addresses of the app in the browser', () => {
  it('keep a host of their own and come back', () => {
    expect(toBrowserAddress('app://page/1?view=full', schemes)).toBe('https://page.app.test/1?view=full');
    expect(toAppAddress('https://page.app.test/1?view=full', schemes)).toBe('app://page/1?view=full');
    expect(toAppAddress('https://example.org/', schemes)).toBe('https://example.org/');
  });

  it('keep two hosts two origins', () => {
    expect(originOf('app://bundle/index.html')).toBe('app://bundle');
    expect(originOf('about:blank')).toBe('null');
  });

  it('are what a policy is about', () => {
    expect(rewriteSources("img-src 'self' app://page data:", schemes)).toBe(
      "img-src 'self' app: https://page.app.test data:",
    );
  });
});
