import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const manual = join(import.meta.dirname, '../../../docs/form-packages.md');

/** Texts of a package's files. */
export type PackageTexts = Record<'form.json' | 'schema.json' | 'layouts/2026-01.json', string>;

/** The package that the manual shows, straight out of the manual. */
export async function manualPackage(): Promise<PackageTexts> {
  const text = await readFile(manual, 'utf8');
  const [form = '', schema = '', layout = ''] = [...text.matchAll(/```json\n(.*?)```/gs)].map(
    ([, block = '']) => block,
  );
  return { 'form.json': form, 'schema.json': schema, 'layouts/2026-01.json': layout };
}

/** Writes a package with a white reference image into a new folder, and returns the folder. */
export async function writePackage(
  texts: Partial<PackageTexts>,
  image = { widthPx: 1654, heightPx: 2339 },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'form-package-'));
  await mkdir(join(folder, 'layouts'));
  await Promise.all(Object.entries(texts).map(([name, text]) => writeFile(join(folder, name), text)));
  const white = { width: image.widthPx, height: image.heightPx, channels: 3 as const, background: '#fff' };
  await sharp({ create: white }).png().toFile(join(folder, 'layouts/2026-01-1.png'));
  return folder;
}
