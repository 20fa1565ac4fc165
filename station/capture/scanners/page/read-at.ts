import type { FileHandle } from 'node:fs/promises';

/** Bytes at a place of a file; fewer than asked for at its end. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
