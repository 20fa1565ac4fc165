import type { RectMm } from '../../model/geometry.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';

/** What lies this near to the side of a box, as a share of it, may be its frame. */
const frameShare = 0.15;
/** Inside, the frame's soft edges reach this far. */
const insideShare = 0.2;
/** So much of a mark is as dark as it is. */
const leastMarkMm2 = 0.03;
/** Of the frame's surroundings, so much is frame. */
const framePart = 0.1;
/** The palest pens that were seen made marks of 95 on frames of 1; pencil and what shows through the paper 142 and more on 82 at most. */
const palest = { level: 120, beyondFrame: 60 } as const;

/**
 * Whether what is in a box is pale though its frame is dark. Pens and machines mark darkly; a clerk's pencil may have passed over
 * the box, or the back of the sheet shows through.
 */
export function isPalerThanFrame(view: FormView, rectMm: RectMm): boolean {
  const [x0, y0, x1, y1] = imageBox(view, rectMm);
  const side = Math.min(x1 - x0, y1 - y0);
  const { data, widthPx, heightPx } = view.page.image;
  const aroundPx = frameShare * side;
  const [mark, frame]: [number[], number[]] = [[], []];
  for (let y = Math.max(0, Math.floor(y0 - aroundPx)); y < Math.min(heightPx, y1 + aroundPx); y += 1) {
    for (let x = Math.max(0, Math.floor(x0 - aroundPx)); x < Math.min(widthPx, x1 + aroundPx); x += 1) {
      // Positive inside of the frame.
      const depth = Math.min(x - x0, x1 - 1 - x, y - y0, y1 - 1 - y);
      const level = data[y * widthPx + x] ?? 255;
      if (depth > insideShare * side) mark.push(level);
      else if (depth <= frameShare * side) frame.push(level);
    }
  }
  const markLevel = darkest(mark, leastMarkMm2 * view.pxPerMm ** 2);
  return markLevel >= palest.level && markLevel - darkest(frame, framePart * frame.length) >= palest.beyondFrame;
}

/** The level that so many values do not exceed. */
function darkest(levels: number[], count: number): number {
  levels.sort((one, other) => one - other);
  return levels[Math.floor(count)] ?? 255;
}
