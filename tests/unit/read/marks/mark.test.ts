import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../../ocr/model/form.ts';
import { readMark } from '../../../../ocr/read/marks/read-mark.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 20, y: 10, width: 4, height: 4 };

describe('a tick box is', () => {
  it('empty when the page shows no more than the empty form', () => {
    expect(markAfter(() => undefined)).toMatchObject({ state: 'empty', inkShare: 0 });
  });

  it('empty still when registration is off by some tenths of a millimetre', () => {
    expect(markAfter(() => undefined, 0.3)).toMatchObject({ state: 'empty', inkShare: 0 });
  });

  it('marked by a cross', () => {
    const cross = (form: FilledForm) => {
      form.stroke(20.5, 10.5, 23.2, 13.2);
      form.stroke(23.2, 10.5, 20.5, 13.2);
    };
    expect(markAfter(cross)).toMatchObject({ state: 'marked' });
    expect(markAfter(cross, 0.3)).toMatchObject({ state: 'marked' });
  });

  it('unclear when the cross in it is pale and its frame is dark: pencil passed over it, or the back shows through', () => {
    const pale = (form: FilledForm) => {
      form.stroke(20.5, 10.5, 23.2, 13.2, 150);
      form.stroke(23.2, 10.5, 20.5, 13.2, 150);
    };
    expect(markAfter(pale)).toMatchObject({ state: 'unclear', manner: 'faint' });
  });

  it('marked by a tick that leaves the box', () => {
    const tick = (form: FilledForm) => {
      form.stroke(20.5, 11.5, 21.8, 13);
      form.stroke(21.8, 13, 25.5, 8.5);
    };
    expect(markAfter(tick)).toMatchObject({ state: 'marked' });
  });

  it('empty for a stray speck, unclear for several, which may be a faded stroke', () => {
    expect(markAfter((form) => form.write(20.9, 11, 0.2, 0.2))).toMatchObject({ state: 'empty' });
    const specks = (form: FilledForm) => {
      for (const [x, y] of [
        [20.9, 11],
        [22.5, 12.4],
        [21.4, 12.8],
      ] as const)
        form.write(x, y, 0.2, 0.2);
    };
    expect(markAfter(specks)).toMatchObject({ state: 'unclear', manner: 'faint' });
  });

  it('unclear when a short stroke is in it', () => {
    expect(markAfter((form) => form.stroke(21.6, 11.7, 22.1, 12))).toMatchObject({ state: 'unclear', manner: 'faint' });
  });

  it('marked when it is filled in all over', () => {
    expect(markAfter((form) => form.write(20.3, 10.3, 3.4, 3.4))).toMatchObject({ state: 'marked', manner: 'solid' });
  });

  it('unclear when there is nothing in it but a ring around it', () => {
    const ring = (form: FilledForm) => {
      form.stroke(19, 9, 24.6, 9);
      form.stroke(24.6, 9, 24.6, 14.6);
      form.stroke(24.6, 14.6, 19, 14.6);
      form.stroke(19, 14.6, 19, 9);
    };
    expect(markAfter(ring)).toMatchObject({ state: 'unclear', manner: 'around' });
  });

  it('unclear when the mark stands beside it', () => {
    expect(markAfter((form) => form.stroke(18, 11, 19, 13))).toMatchObject({ state: 'unclear', manner: 'beside' });
  });

  it.each([
    ['on its corner', 23, 9],
    ['half beside it', 23.2, 10.8],
  ])('marked by a small cross %s, though little of it lies inside', (_, x, y) => {
    expect(markAfter((form) => smallCross(form, x, y))).toMatchObject({ manner: 'stroke', confidence: 0.95 });
  });

  it('marked by a thin cross on its edge, of which the frame leaves mere traces', () => {
    const thinCross = (form: FilledForm) => {
      for (let step = 0; step <= 1.3; step += 0.05) {
        form.write(19.3 + step, 11 + step, 0.1, 0.1);
        form.write(20.6 - step, 11 + step, 0.1, 0.1);
      }
    };
    expect(markAfter(thinCross)).toMatchObject({ state: 'marked', confidence: 0.95 });
  });

  it('unclear when a small cross stands wholly beside it, or something else stands there too', () => {
    expect(markAfter((form) => smallCross(form, 24.8, 10.8))).toMatchObject({ state: 'unclear', manner: 'beside' });
    const two = (form: FilledForm) => {
      smallCross(form, 23, 9);
      smallCross(form, 17.2, 12);
    };
    expect(markAfter(two)).toMatchObject({ state: 'unclear' });
  });

  it('unclear when a long stroke only passes over its corner', () => {
    expect(markAfter((form) => form.stroke(19, 8, 25.5, 11.5))).toMatchObject({ state: 'unclear' });
  });

  it('marked under a stamp by what is darker than the stamp, and else unclear', () => {
    const stamped = (mark: (form: FilledForm) => void) => {
      const form = fillForm();
      form.stroke(17, 11, 31, 12.5);
      form.stroke(21.4, 12.8, 22.8, 12.8);
      repaint(form, 160);
      drawBox(form);
      mark(form);
      return readMark(form.view, box);
    };
    expect(stamped(() => undefined)).toMatchObject({ state: 'unclear', manner: 'unseen', inkShare: 0 });
    expect(stamped((form) => smallCross(form, 20.8, 10.7))).toMatchObject({ state: 'marked' });
  });

  it('marked by a pale tick whose tail is as long, straight and slanted as the side of a stamp', () => {
    const form = fillForm();
    form.stroke(20.8, 11.4, 21.8, 12.8);
    form.stroke(21.8, 12.8, 28.8, 1);
    repaint(form, 115);
    drawBox(form);
    expect(readMark(form.view, box)).toMatchObject({ state: 'marked', manner: 'stroke' });
  });

  it('empty when the stroke beside it belongs to the next box', () => {
    const next = { id: 'next', field: '/box', kind: 'mark', value: true, rectMm: { ...rectMm, x: 26 } } as const;
    const long = (form: FilledForm) => form.stroke(25, 9, 29, 13);
    expect(markAfter(long)).toMatchObject({ manner: 'beside' });
    expect(markAfter(long, 0, [next])).toMatchObject({ state: 'empty', manner: 'none' });
  });

  it('empty still when that stroke was parted by a letter that it crosses', () => {
    const next = { id: 'next', field: '/box', kind: 'mark', value: true, rectMm: { ...rectMm, x: 27 } } as const;
    const crossed = (form: FilledForm) => {
      form.print(25, 9.5, 0.9, 2.6);
      form.stroke(24.3, 8.5, 30, 13);
    };
    expect(markAfter(crossed)).toMatchObject({ manner: 'beside' });
    expect(markAfter(crossed, 0, [next])).toMatchObject({ state: 'empty', manner: 'none' });
  });

  it('empty when a stroke beside it lies nearer to the next box', () => {
    const next = { id: 'next', field: '/box', kind: 'mark', value: true, rectMm: { ...rectMm, y: 16 } } as const;
    const reaching = (form: FilledForm) => form.stroke(18.2, 12.6, 19.2, 17.5);
    expect(markAfter(reaching)).toMatchObject({ manner: 'beside' });
    expect(markAfter(reaching, 0, [next])).toMatchObject({ state: 'empty', manner: 'none' });
  });

  it('empty beside a punched hole', () => {
    expect(markAfter((form) => form.write(13.5, 10, 5.5, 5.5))).toMatchObject({ state: 'empty', manner: 'none' });
  });

  it('unclear when a stroke in it is as pale as its frame', () => {
    const pale = (stroke: (form: FilledForm) => void) => {
      const form = fillForm();
      drawBox(form);
      repaint(form, 150);
      stroke(form);
      repaint(form, 225);
      return readMark(form.view, box);
    };
    expect(pale(() => undefined)).toMatchObject({ state: 'empty', manner: 'none' });
    expect(pale((form) => form.stroke(21, 11, 22.6, 12.6))).toMatchObject({ state: 'unclear', manner: 'faint' });
    expect(pale((form) => form.write(21, 11, 0.5, 0.5))).toMatchObject({ state: 'empty', manner: 'none' });
  });

  it('marked by a cross of which faint toner left as little as of its frame', () => {
    const form = fillForm();
    drawBox(form);
    smallCross(form, 20.8, 10.8);
    repaint(form, 215);
    expect(readMark(form.view, box)).toMatchObject({ state: 'marked', manner: 'stroke' });
  });

  it('unclear when a stroke beside it is as pale as its frame', () => {
    const form = fillForm();
    drawBox(form);
    repaint(form, 185);
    form.stroke(17.2, 11, 18, 13);
    form.stroke(18, 13, 18.9, 10);
    repaint(form, 210);
    expect(readMark(form.view, box)).toMatchObject({ state: 'unclear', manner: 'beside' });
  });

  it('empty when nothing as pale as its faded frame is in it', () => {
    const faded = (fill: (form: FilledForm) => void) => {
      const form = fillForm();
      drawBox(form);
      fill(form);
      repaint(form, 222);
      return readMark(form.view, box);
    };
    expect(faded(() => undefined)).toMatchObject({ state: 'empty', manner: 'none' });
    expect(faded((form) => form.stroke(20.5, 10.5, 23.5, 13.5))).not.toMatchObject({ state: 'empty' });
  });

  it('unclear when its frame cannot be seen on the page', () => {
    const form = fillForm();
    drawBox(form);
    form.view.page.image.data.fill(255);
    expect(readMark(form.view, box)).toMatchObject({ state: 'unclear', manner: 'unseen' });
  });
});

const box = { id: 'box', field: '/box', kind: 'mark', value: true, rectMm } as const;

function markAfter(fill: (form: FilledForm) => void, misplacedMm = 0, others: readonly Zone[] = []) {
  const form = fillForm({ misplacedMm });
  drawBox(form);
  fill(form);
  return readMark(form.view, box, [box, ...others]);
}

/** An X of a typewriter. */
function smallCross(form: FilledForm, x: number, y: number): void {
  form.stroke(x, y, x + 1.7, y + 2);
  form.stroke(x + 1.7, y, x, y + 2);
}

/** Makes all that is black on the page grey. */
function repaint({ view }: FilledForm, grey: number): void {
  const { data } = view.page.image;
  for (let at = 0; at < data.length; at += 1) if (data[at] === 0) data[at] = grey;
}

function drawBox(form: FilledForm): void {
  form.print(20, 10, 4, 0.3);
  form.print(20, 13.7, 4, 0.3);
  form.print(20, 10, 0.3, 4);
  form.print(23.7, 10, 0.3, 4);
}
