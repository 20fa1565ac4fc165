import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { LineReader } from '../../../ocr/read/engines/engine.ts';
import type { FormView } from '../../../ocr/read/ink/form-view.ts';
import { readPlainText } from '../../../ocr/read/text/read-text.ts';

/**
 * The crop of a field of one line as reading hands it to its engines; null where it finds no line or several. `sheet` has the
 * places of all lines of the page, so that none is followed into another.
 */
export async function cutLine(view: FormView, rectMm: RectMm, sheet: readonly RectMm[]): Promise<GreyImage | null> {
  const crops: GreyImage[] = [];
  const camera: LineReader = {
    async readLine(crop) {
      crops.push(crop);
      return { text: '', confidence: 0, characters: [], characterBoxes: [], box: [0, 0, 0, 0], engine: 'camera' };
    },
    canWrite: () => true,
    close: async () => undefined,
  };
  const others = sheet.filter((other) => other !== rectMm).map((other) => ({ kind: 'text' as const, rectMm: other }));
  await readPlainText(view, rectMm, { lines: 1, checked: false, others }, camera);
  const [crop] = crops;
  return crop === undefined || crops.length > 1 ? null : crop;
}
