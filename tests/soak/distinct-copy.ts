const startOfImage = Buffer.from([0xff, 0xd8]);
const comment = Buffer.from([0xff, 0xfe]);

/**
 * A copy of a JPEG file with other bytes and the same picture: a comment (ITU-T T.81, B.2.4.5) behind its start. A file that
 * was there before is told as a duplicate; such a copy is a page of its own. Throws an Error for what is no JPEG.
 */
export function distinctCopy(jpeg: Buffer, label: string): Buffer {
  if (!jpeg.subarray(0, startOfImage.length).equals(startOfImage)) throw new Error('not a JPEG file');
  const text = Buffer.from(label, 'utf8');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(length.length + text.length);
  return Buffer.concat([startOfImage, comment, length, text, jpeg.subarray(startOfImage.length)]);
}
