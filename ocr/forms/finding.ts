import type { Bilingual } from '../model/form.ts';

/** What is wrong in a form package, where, and what to do about it. */
export interface Finding {
  /** File inside the package and JSON Pointer in it, for example `layouts/2026-11.json#/pages/0/zones/3/field`. */
  readonly path: string;
  readonly message: Bilingual;
  /** An `error` keeps the package from being used; a `warning` is worth a look. */
  readonly severity: 'error' | 'warning';
}

/** Where a finding is: a file and the way down into it. */
export interface Place {
  readonly file: string;
  readonly path: readonly PropertyKey[];
}

export function fault(place: Place, it: string, en: string): Finding {
  return { path: placeText(place), message: { it, en }, severity: 'error' };
}

export function warning(place: Place, it: string, en: string): Finding {
  return { path: placeText(place), message: { it, en }, severity: 'warning' };
}

/** The same place, some steps further down. */
export function within(place: Place, ...steps: readonly PropertyKey[]): Place {
  return { file: place.file, path: [...place.path, ...steps] };
}

function placeText({ file, path }: Place): string {
  const escaped = (step: PropertyKey) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
  return path.length === 0 ? file : `${file}#${path.map((step) => `/${escaped(step)}`).join('')}`;
}
