import type { PileSection } from '../../../contract/pile.ts';

/** The next place after `from` at which something is doubtful, beginning anew after the last; null where nothing is. */
export function nextDoubt(sections: readonly PileSection[], from: number): number | null {
  const places = sections.flatMap(({ doubtfulAt }) => doubtfulAt).sort((left, right) => left - right);
  return places.find((place) => place > from) ?? places[0] ?? null;
}

/** The place of the page whose number is written, counted from 1; null where no such page lies in the pile. */
export function placeNamed(text: string, pages: number): number | null {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= pages ? number - 1 : null;
}

/** The documents that a text means: by a page of theirs where it is a number, else by their form or reference. */
export function sectionsNamed(
  sections: readonly PileSection[],
  text: string,
  titleOf: (section: PileSection) => string,
): PileSection[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [...sections];
  const place = /^\d+$/.test(wanted) ? Number(wanted) - 1 : null;
  return sections.filter((section) => {
    const { from, pages, reference } = section;
    if (place !== null && place >= from && place < from + pages) return true;
    return place === null && `${titleOf(section)} ${reference ?? ''}`.toLocaleLowerCase().includes(wanted);
  });
}

/** A range of pages as people write it, counted from 1, for example `4–6`. */
export function rangeText({ from, pages }: Pick<PileSection, 'from' | 'pages'>): string {
  return pages === 1 ? String(from + 1) : `${from + 1}–${from + pages}`;
}
