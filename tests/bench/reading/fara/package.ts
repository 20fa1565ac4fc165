import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFormPackage, referencePath } from '../../../../ocr/forms/load.ts';
import { composeEmptyPage } from '../../../../tools/forms/compose/compose.ts';
import { openScan } from '../../../../tools/forms/compose/scan.ts';
import { referenceDpi, writeReference } from '../../../../tools/forms/write-reference.ts';

/** Filings that show each printed edition, the cleanest first. */
const filings: Readonly<Record<string, readonly number[]>> = {
  '1963-01': [7, 3, 4, 5, 6, 9, 10],
  '1967-01': [16, 12, 13, 14, 15, 17, 18, 11],
  '1976-10': [24, 22, 25, 26, 29, 32, 33, 34, 36, 37, 38],
  '1984-10': [43, 45, 46, 49, 50, 51, 53, 56, 57, 58],
  '1988-09': [67, 60, 61, 63, 69, 71, 72, 73, 64],
};

/**
 * Writes a form package for the filings into a folder. Its zones are ours; its empty pages are composed from filings in the
 * data folder, for the form exists filled in only. Throws when an edition cannot be composed.
 */
export async function writeFaraPackage(data: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await cp(join(import.meta.dirname, 'form'), folder, { recursive: true });
  const { layouts } = await loadFormPackage(folder);
  for (const { edition, pages } of layouts) {
    const [page] = pages;
    const numbers = filings[edition];
    if (page === undefined || numbers === undefined) throw new RangeError(`no filings of edition ${edition} are named`);
    const scans = [];
    for (const number of numbers) scans.push(await openScan(filingPath(data, number), 0));
    const composed = await composeEmptyPage(scans, page, referenceDpi);
    if (composed === null) throw new Error(`edition ${edition} cannot be composed from ${data}`);
    await writeReference(composed.image, referenceDpi, referencePath(folder, page.reference));
  }
}

function filingPath(data: string, number: number): string {
  return join(data, 'fara-amendments', 'pdfs', `${String(number).padStart(3, '0')}.pdf`);
}
