import type { GreyImage } from '../../model/page.ts';
import { paper } from '../crop.ts';

/** How much nearer letters stand together when a line is drawn narrower. */
const narrowerShare = 0.9;
/** How much more ink a darker drawing has. */
const darkerTimes = 1.5;

interface Redrawn {
  readonly image: GreyImage;
  /** Pixels of the line to pixels of the image, along the line. */
  readonly scaleX: number;
}

/**
 * The line as another scanner might have drawn it: a little narrower, and with more toner. What is written reads the
 * same in all of them; what an engine guesses does not (test-time augmentation: Krizhevsky and others 2012, Wang and others 2019).
 */
export function redraw(line: GreyImage): Redrawn[] {
  const narrow = narrower(line);
  return [
    { image: narrow, scaleX: narrow.widthPx / line.widthPx },
    { image: darker(line), scaleX: 1 },
  ];
}

function narrower({ data, widthPx, heightPx }: GreyImage): GreyImage {
  const newWidthPx = Math.max(2, Math.round(widthPx * narrowerShare));
  const step = (widthPx - 1) / (newWidthPx - 1);
  const drawn = new Uint8Array(newWidthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < newWidthPx; x += 1) {
      const from = Math.floor(x * step);
      const share = x * step - from;
      const at = y * widthPx + from;
      const left = data[at] ?? paper;
      const right = data[share === 0 ? at : at + 1] ?? paper;
      drawn[y * newWidthPx + x] = Math.round((1 - share) * left + share * right);
    }
  }
  return { data: drawn, widthPx: newWidthPx, heightPx };
}

function darker(line: GreyImage): GreyImage {
  return { ...line, data: line.data.map((grey) => Math.max(0, Math.round(paper - darkerTimes * (paper - grey)))) };
}
