import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { AppError } from '../app-error.ts';
import { maxBytes, maxFiles } from './package-files.ts';

/** Gives `work` the folder of a package that is a folder or a zip; what a zip was unpacked to is removed afterwards. */
export async function withPackageFolder<Result>(
  path: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const entry = await stat(path).catch((cause: unknown) => {
    throw invalidPackage(path, 'is not there', 'non c’è', cause);
  });
  if (entry.isDirectory()) return await work(resolve(path));
  const target = await mkdtemp(join(tmpdir(), 'tabularium-form-'));
  try {
    await unpack(path, target);
    return await work(await packageRoot(target));
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

async function unpack(path: string, target: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzip(path, await readFile(path)))) {
    const to = resolve(target, name);
    if (!to.startsWith(target + sep)) throw invalidPackage(path, `names a file outside itself: ${name}`, 'esce da sé');
    if (name.endsWith('/')) continue;
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, bytes);
  }
}

function unzip(path: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let files = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        files += 1;
        total += originalSize;
        if (files > maxFiles || total > maxBytes) throw new RangeError('too large for a form package');
        return true;
      },
    });
  } catch (cause) {
    throw invalidPackage(path, 'is not a usable zip', 'non è uno zip utilizzabile', cause);
  }
}

/** A zip may hold the package itself or one folder with it. */
async function packageRoot(folder: string): Promise<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => name !== '__MACOSX');
  const [only, ...others] = entries;
  return only?.isDirectory() && others.length === 0 ? join(folder, only.name) : folder;
}

function invalidPackage(path: string, en: string, it: string, cause?: unknown): AppError {
  const text = { it: `Il pacchetto ${path} ${it}.`, en: `The package ${path} ${en}.` };
  return new AppError('FORM_PACKAGE_INVALID', text, { cause });
}
