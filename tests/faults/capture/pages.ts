import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const sidePx = 8;

/** A whole PNG page that differs from every other label's, of about `bytes` bytes. */
export function drawLabelled(label: string, bytes: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(sidePx * (sidePx + 1)));
  const text = Buffer.concat([Buffer.from(`Label\0${label} `, 'latin1'), Buffer.alloc(bytes, label, 'latin1')]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('tEXt', text), chunk('IDAT', rows), chunk('IEND')]);
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
