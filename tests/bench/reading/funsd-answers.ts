import { invertAffine, mapBox } from '../../../ocr/model/geometry.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { readBox } from '../../../ocr/read/scattered/read-box.ts';
import { preparedCapitalPx } from '../../../ocr/read/whole/full-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import type { FunsdPage } from '../../../tools/train/noisy-pages/funsd.ts';
import { spellings } from './funsd-links.ts';

export interface AnswerCount {
  readonly right: number;
  readonly all: number;
}

/** Reads every answer in its given box as noisy pages are read, and counts, by page, those that are right by loose spelling. */
export async function countAnswers(pages: readonly FunsdPage[]): Promise<Map<FunsdPage, AnswerCount>> {
  const look = createReadingTools().secondLook('eng');
  const counts = new Map<FunsdPage, AnswerCount>();
  for (const page of pages) {
    const { image, dpi, toCaptured } = preparePage(await decodePage(page.image, page.name, 0));
    const answers = page.entities.filter(({ label, text }) => label === 'answer' && spellings.loose(text) !== '');
    let right = 0;
    for (const { box: captured, text } of answers) {
      const box = mapBox(invertAffine(toCaptured), captured);
      const lines = await readBox({ image, dpi, capitalHeightPx: preparedCapitalPx, box }, look);
      const read = lines.map((line) => line.text).join(' ');
      if (spellings.loose(read) === spellings.loose(text)) right += 1;
    }
    counts.set(page, { right, all: answers.length });
  }
  return counts;
}
