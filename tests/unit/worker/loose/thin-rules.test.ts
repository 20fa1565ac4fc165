import { describe, expect, it } from 'vitest';
import type { PreparedPage } from '../../../../ocr/model/page.ts';
import { thinRules } from '../../../../ocr/worker/loose/thin-rules.ts';

const [widthPx, heightPx, dpi] = [800, 1000, 200];

/** A page with one line, a pixel thin, across or down. */
function pageWithLine(isAcross: boolean) {
  const data = new Uint8Array(widthPx * heightPx).fill(245);
  for (let at = 200; at < 600; at += 1) data[isAcross ? 500 * widthPx + at : at * widthPx + 500] = 120;
  return { data, widthPx, heightPx };
}
type Lie = Pick<PreparedPage, 'dpi' | 'toCaptured' | 'rotationDeg'>;
const upright: Lie = { dpi, toCaptured: [1, 0, 0, 1, 0, 0], rotationDeg: 0 };

describe('rules that cleaning takes away', () => {
  it('are found on the page as captured', () => {
    expect(thinRules(pageWithLine(true), upright)).toEqual([[200, 500, 600, 501]]);
  });

  it('run down a page that was captured lying on its side', () => {
    const onItsSide: Lie = { dpi, toCaptured: [0, 1, -1, 0, widthPx, 0], rotationDeg: 90 };
    expect(thinRules(pageWithLine(true), onItsSide)).toEqual([]);
    expect(thinRules(pageWithLine(false), onItsSide)).toEqual([[500, 200, 501, 600]]);
  });

  it('are as long on paper where the page was enlarged for reading', () => {
    const enlarged: Lie = { dpi: 600, toCaptured: [1 / 3, 0, 0, 1 / 3, 0, 0], rotationDeg: 0 };
    expect(thinRules(pageWithLine(true), enlarged)).toHaveLength(1);
  });
});
