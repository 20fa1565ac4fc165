import { open } from 'node:fs/promises';

const signature = '89504e470d0a1a0a';

/** Reads width and height from the head of a PNG file. Null when the file is missing or is no PNG. */
export async function readPngSize(path: string): Promise<{ widthPx: number; heightPx: number } | null> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path);
  } catch {
    return null;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0);
    const isPng =
      bytesRead === 24 && buffer.toString('hex', 0, 8) === signature && buffer.toString('latin1', 12, 16) === 'IHDR';
    return isPng ? { widthPx: buffer.readUInt32BE(16), heightPx: buffer.readUInt32BE(20) } : null;
  } finally {
    await file.close();
  }
}
