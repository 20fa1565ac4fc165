import { lineHeightPx, lineInput } from '../../../ocr/read/engines/line-network/input.ts';
import { createRandom } from '../../samples/random.ts';
import type { DamageLevel } from '../../samples/truth.ts';
import { captureSheet } from '../capture-sheet.ts';
import { cutLine } from './cut-line.ts';
import type { LabelledLine } from './line-set.ts';
import { drawLineSheet, type LineTools } from './sheet.ts';

export interface LineWishes {
  readonly seed: string;
  readonly sheets: number;
  /** How badly they are copied and scanned, each as often as it stands here. */
  readonly levels: readonly DamageLevel[];
  readonly tools: LineTools;
  readonly onSheet?: (done: number) => void;
}

/** Draws sheets of lines, one to two hundred each, and cuts them as reading does. The same wishes give the same lines. */
export async function drawLines({ seed, sheets, levels, tools, onSheet }: LineWishes): Promise<LabelledLine[]> {
  const lines: LabelledLine[] = [];
  for (let index = 0; index < sheets; index += 1) {
    const random = createRandom(`${seed}/sheet ${index}`);
    const sheet = drawLineSheet(random.fork('drawing'), tools);
    const look = await captureSheet(random.fork('capture'), sheet, { levels, openFace: tools.openFace });
    const places = sheet.lines.map(({ rectMm }) => rectMm);
    for (const { rectMm, text, kind, face } of sheet.lines) {
      const view = look();
      const crop = await cutLine(view, rectMm, places);
      const input = crop === null ? null : lineInput(crop, view.page.dpi, true);
      if (input === null) continue;
      const ink = Uint8Array.from(input.data, (share) => Math.round(255 * share));
      lines.push({ text, kind, face, widthPx: ink.length / lineHeightPx, ink });
    }
    onSheet?.(index + 1);
  }
  return lines;
}
