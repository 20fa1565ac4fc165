import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  integersOf,
  readMessage,
  type WireField,
  writeMessage,
} from '../../../../../ocr/read/engines/onnx-file/wire.ts';

const bytes = (length: { minLength: number; maxLength: number }) => fc.uint8Array(length);
const field: fc.Arbitrary<WireField> = fc.integer({ min: 1, max: 300 }).chain((id) =>
  fc.oneof(
    fc.record({
      id: fc.constant(id),
      kind: fc.constant('varint'),
      value: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    }),
    fc.record({ id: fc.constant(id), kind: fc.constant('bytes'), bytes: bytes({ minLength: 0, maxLength: 300 }) }),
    fc.record({ id: fc.constant(id), kind: fc.constant('fixed32'), bytes: bytes({ minLength: 4, maxLength: 4 }) }),
    fc.record({ id: fc.constant(id), kind: fc.constant('fixed64'), bytes: bytes({ minLength: 8, maxLength: 8 }) }),
  ),
);

describe('messages in the wire format of protocol buffers', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        expect(readMessage(Uint8Array.from(writeMessage(fields)))).toEqual(fields);
      }),
    );
  });

  it('give numbers that stand alone or packed', () => {
    const fields = readMessage(Uint8Array.of(0x20, 0x96, 0x01, 0x22, 0x03, 0x05, 0xac, 0x02));
    expect(integersOf(fields, 4)).toEqual([150, 5, 300]);
  });

  it.each([
    ['a number', [0x08, 0x80]],
    ['a field', [0x0a, 0x05, 0x01]],
    ['an unknown type', [0x0b]],
  ])('that end within %s are refused', (_, message) => {
    expect(() => readMessage(Uint8Array.from(message))).toThrow(RangeError);
  });
});
