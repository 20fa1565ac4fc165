import { describe, expect, it } from 'vitest';
import { readMark } from '../../../ocr/read/marks.ts';
import { type FilledForm, fillForm } from '../../fixtures/filled-form.ts';

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

  it('marked by a tick that leaves the box', () => {
    const tick = (form: FilledForm) => {
      form.stroke(20.5, 11.5, 21.8, 13);
      form.stroke(21.8, 13, 25.5, 8.5);
    };
    expect(markAfter(tick)).toMatchObject({ state: 'marked' });
  });

  it('empty for stray specks', () => {
    const specks = (form: FilledForm) => {
      for (const [x, y] of [
        [20.9, 11],
        [22.5, 12.4],
        [21.4, 12.8],
      ] as const)
        form.write(x, y, 0.2, 0.2);
    };
    expect(markAfter(specks)).toMatchObject({ state: 'empty' });
  });

  it('empty when a stroke passes by outside', () => {
    expect(markAfter((form) => form.stroke(24.8, 8, 24.8, 16))).toMatchObject({ state: 'empty' });
  });

  it('unclear when a short stroke is in it', () => {
    expect(markAfter((form) => form.stroke(21.3, 11.5, 22.2, 12))).toMatchObject({ state: 'unclear' });
  });
});

function markAfter(fill: (form: FilledForm) => void, misplacedMm = 0) {
  const form = fillForm({ misplacedMm });
  drawBox(form);
  fill(form);
  return readMark(form.view, { id: 'box', field: '/box', kind: 'mark', value: true, rectMm });
}

function drawBox(form: FilledForm): void {
  form.print(20, 10, 4, 0.3);
  form.print(20, 13.7, 4, 0.3);
  form.print(20, 10, 0.3, 4);
  form.print(23.7, 10, 0.3, 4);
}
