import type { Box } from '../../../model/geometry.ts';
import type { PreparedPage } from '../../../model/page.ts';
import { paper } from '../../crop.ts';

/** Walls and floors are as thick as this to either side of their middle, soft edges included. */
const edgeMm = 0.35;

/** The page with paper where combs are, whose walls no reader of lines knows for what they are. */
export function withoutCombs(page: PreparedPage, combs: readonly { readonly box: Box }[]): PreparedPage {
  if (combs.length === 0) return page;
  const { widthPx, heightPx } = page.image;
  const data = page.image.data.slice();
  const edgePx = Math.ceil((edgeMm * page.dpi) / 25.4);
  for (const { box } of combs) {
    const left = Math.max(0, Math.floor(box[0]) - edgePx);
    const right = Math.min(widthPx, Math.ceil(box[2]) + edgePx);
    const bottom = Math.min(heightPx, Math.ceil(box[3]) + edgePx);
    for (let y = Math.max(0, Math.floor(box[1]) - edgePx); y < bottom; y += 1) {
      data.fill(paper, y * widthPx + left, y * widthPx + right);
    }
  }
  return { ...page, image: { data, widthPx, heightPx } };
}
