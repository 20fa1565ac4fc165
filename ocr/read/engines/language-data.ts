import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { resourcesFolder } from './resources-folder.ts';

export type Language = 'ita' | 'eng';
/** `fast` for whole pages, `best` for single zones: about twice the time, fewer errors on hard crops. */
export type ModelQuality = 'fast' | 'best';

/** Returns the network of a language from local files, never from the network. Throws when the file is not installed. */
export function loadLanguageData(language: Language, quality: ModelQuality): Uint8Array {
  if (quality === 'fast') return readFileSync(join(resourcesFolder(), 'language', 'fast', `${language}.traineddata`));
  const packageFile = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`);
  return gunzipSync(readFileSync(join(dirname(packageFile), '4.0.0_best_int', `${language}.traineddata.gz`)));
}
