/**
 * One field of a message in the wire format of protocol buffers: a number, or bytes that may be text, packed values or a
 * message in turn.
 */
export type WireField =
  | { readonly id: number; readonly kind: 'varint'; readonly value: bigint }
  | { readonly id: number; readonly kind: 'bytes' | 'fixed32' | 'fixed64'; readonly bytes: Uint8Array };

const wireTypes = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
const lowBits = 127;
const moreFollows = 128;

/** The fields of a message in order. Bytes are views of the message. Throws a RangeError where the message ends early. */
export function readMessage(message: Uint8Array): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError('a message ends within a number');
      at += 1;
      value |= BigInt(byte & lowBits) << shift;
      if (byte < moreFollows) return value;
    }
  };
  const take = (count: number): Uint8Array => {
    if (at + count > message.length) throw new RangeError('a message ends within a field');
    at += count;
    return message.subarray(at - count, at);
  };
  while (at < message.length) {
    const tag = Number(varint());
    const id = tag >> 3;
    const wireType = tag & 7;
    if (wireType === wireTypes.varint) fields.push({ id, kind: 'varint', value: varint() });
    else if (wireType === wireTypes.bytes) fields.push({ id, kind: 'bytes', bytes: take(Number(varint())) });
    else if (wireType === wireTypes.fixed32) fields.push({ id, kind: 'fixed32', bytes: take(4) });
    else if (wireType === wireTypes.fixed64) fields.push({ id, kind: 'fixed64', bytes: take(8) });
    else throw new RangeError(`a message holds a field of the unknown wire type ${wireType}`);
  }
  return fields;
}

/** The opposite of `readMessage`. */
export function writeMessage(fields: readonly WireField[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap((field) => {
      const tag = varintBytes(BigInt((field.id << 3) | wireTypes[field.kind]));
      if (field.kind === 'varint') return [tag, varintBytes(field.value)];
      return field.kind === 'bytes' ? [tag, varintBytes(BigInt(field.bytes.length)), field.bytes] : [tag, field.bytes];
    }),
  );
}

/** The bytes of the last field of that number; undefined where there is none. */
export function bytesOf(fields: readonly WireField[], id: number): Uint8Array | undefined {
  return fields.flatMap((field) => (field.id === id && field.kind !== 'varint' ? [field.bytes] : [])).at(-1);
}

/** The numbers of a repeated field, one by one as version 2 writes them or packed as version 3 does. */
export function integersOf(fields: readonly WireField[], id: number): number[] {
  return fields.flatMap((field) => {
    if (field.id !== id) return [];
    return field.kind === 'varint' ? [Number(field.value)] : unpack(field.bytes);
  });
}

export function textField(id: number, text: string): WireField {
  return { id, kind: 'bytes', bytes: Buffer.from(text) };
}

export function integerField(id: number, value: number): WireField {
  return { id, kind: 'varint', value: BigInt(value) };
}

function unpack(packed: Uint8Array): number[] {
  const numbers: number[] = [];
  let start = 0;
  packed.forEach((byte, at) => {
    if (byte >= moreFollows) return;
    numbers.push(packed.subarray(start, at + 1).reduceRight((sum, part) => sum * moreFollows + (part & lowBits), 0));
    start = at + 1;
  });
  return numbers;
}

function varintBytes(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= BigInt(moreFollows); rest >>= 7n) bytes.push(Number(rest & BigInt(lowBits)) | moreFollows);
  return Uint8Array.from([...bytes, Number(rest)]);
}
