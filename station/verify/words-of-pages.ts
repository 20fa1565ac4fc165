import type { Account } from '../../contract/account.ts';
import type { PageWord } from '../../contract/verification-aids.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { Box } from '../../ocr/model/geometry.ts';
import type { PageReading } from '../../ocr/model/result.ts';
import type { ReadableStore } from '../store/connection.ts';
import { readingsOfDocument } from '../store/readings.ts';
import { type Knowledge, requireDocument } from './document-detail.ts';
import { policiesOf } from './policies.ts';
import { mustNotSee } from './special-categories.ts';

/**
 * What was read on the pages of a document, in the order of reading. A page that was read zone by zone has the words of its
 * zones; their places within a zone are estimated from the number of characters. Nothing for those who must not see the page.
 */
export function wordsOfDocument(
  store: ReadableStore,
  viewer: Account,
  documentId: string,
  { forms }: Knowledge,
): PageWord[] {
  const { formKey } = requireDocument(store, documentId);
  const form = forms.get(formKey ?? '') ?? null;
  if (mustNotSee(viewer, form)) return [];
  const blind = blindZones(form);
  return readingsOfDocument(store, documentId).flatMap((reading, page) =>
    wordsOfPage(reading, blind).map((word) => ({ page, ...word })),
  );
}

type PlacedWord = Omit<PageWord, 'page'>;

/** Zones of fields that are keyed from the image: their reading is not to be copied. */
function blindZones(form: FormPackage | null): ReadonlySet<string> {
  const policies = policiesOf(form);
  const zones = form?.layouts.flatMap(({ pages }) => pages.flatMap((page) => page.zones)) ?? [];
  const isBlind = (field: string): boolean => ['key', 'double-key'].includes(policies.get(field) ?? 'accept');
  return new Set(zones.filter(({ field }) => isBlind(field)).map(({ id }) => id));
}

function wordsOfPage({ words, zones }: PageReading, blind: ReadonlySet<string>): PlacedWord[] {
  if (words.length > 0) return words.map(({ text, box }) => ({ text, boxPx: box }));
  return zones.flatMap((zone) =>
    zone.kind === 'text' && !blind.has(zone.zone) ? splitWords(zone.reading.text, zone.reading.box) : [],
  );
}

/** Cuts a box across lines and words in proportion to their characters. */
function splitWords(text: string, [x0, y0, x1, y1]: Box): PlacedWord[] {
  const lines = text.split('\n');
  const height = (y1 - y0) / lines.length;
  return lines.flatMap((line, index) => {
    const width = (x1 - x0) / Math.max(1, line.length);
    const top = y0 + index * height;
    return [...line.matchAll(/\S+/g)].map(({ 0: word, index: at }): PlacedWord => {
      const left = x0 + at * width;
      return { text: word, boxPx: [left, top, left + word.length * width, top + height] };
    });
  });
}
