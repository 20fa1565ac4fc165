import { open, rename } from 'node:fs/promises';

/** Writes a file whole or not at all: whoever reads it, even after a crash, finds what was there before or all of `text`. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.part`;
  {
    await using file = await open(temporary, 'w', 0o600);
    await file.writeFile(text);
    await file.sync();
  }
  await rename(temporary, path);
}
