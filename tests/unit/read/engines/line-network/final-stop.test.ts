import { describe, expect, it } from 'vitest';
import type { Emission } from '../../../../../ocr/read/engines/ctc/best-path.ts';
import { withFinalStop } from '../../../../../ocr/read/engines/line-network/final-stop.ts';
import { type LineInput, lineHeightPx } from '../../../../../ocr/read/engines/line-network/input.ts';

const spelling = ['', ' ', 'a', '.', '1'];
const framePx = 4;
const letterPx = 12;
const footPx = 27;
const widthPx = 240;

interface Ink {
  readonly atPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bottomPx?: number;
  readonly darkness?: number;
}

/** Letters as high as capitals at every fourth frame, one for each character that is none of blank and stop, and other ink. */
function lineOf(text: string, others: readonly Ink[]): { input: LineInput; emissions: Emission[] } {
  const data = new Float32Array(lineHeightPx * widthPx);
  const draw = ({ atPx, widthPx: wide, heightPx, bottomPx = footPx, darkness = 1 }: Ink) => {
    for (let y = bottomPx - heightPx; y < bottomPx; y += 1)
      data.fill(darkness, y * widthPx + atPx, y * widthPx + atPx + wide);
  };
  const emissions = [...text].map((character, place): Emission => {
    const firstFrame = 2 + 4 * place;
    if (character !== ' ' && character !== '.')
      draw({ atPx: firstFrame * framePx - 4, widthPx: letterPx, heightPx: 22 });
    return { class: spelling.indexOf(character), probability: 1, firstFrame, endFrame: firstFrame + 1 };
  });
  others.forEach(draw);
  return { input: { data, shape: [1, 1, lineHeightPx, widthPx], leftPx: 0, stepPx: 1 }, emissions };
}

function read(text: string, ...others: readonly Ink[]): string {
  const { input, emissions } = lineOf(text, others);
  const complete = withFinalStop(emissions, { input, spelling, framePx });
  return complete.map((emission) => spelling[emission.class]).join('');
}

const sentence = 'a a a aa';
/** Behind the last letter of the sentence. */
const endPx = (2 + 4 * 7) * framePx - 4 + letterPx;
const dot = { atPx: endPx + 3, widthPx: 4, heightPx: 4 };

describe('the full stop of a line', () => {
  it('is put in where the network passed over it', () => {
    expect(read(sentence, dot)).toBe(`${sentence}.`);
    expect(read(sentence, { ...dot, atPx: endPx + 15 })).toBe(`${sentence}.`);
  });

  it('is not put in twice', () => {
    expect(read(`${sentence}.`, { ...dot, atPx: endPx + 3 })).toBe(`${sentence}.`);
  });

  it.each([
    ['nothing', []],
    ['dust above the foot', [{ ...dot, bottomPx: 18 }]],
    ['a crumb', [{ ...dot, widthPx: 2, heightPx: 2 }]],
    ['a stroke', [{ ...dot, widthPx: 3, heightPx: 8 }]],
    ['a dash', [{ ...dot, widthPx: 5, heightPx: 3 }]],
    ['pale ink', [{ ...dot, darkness: 0.5 }]],
    ['something far away', [{ ...dot, atPx: endPx + 30 }]],
  ] satisfies [string, Ink[]][])('is not %s', (_, others) => {
    expect(read(sentence, ...others)).toBe(sentence);
  });

  it('is none behind an entry of few words, or behind a number', () => {
    const { atPx } = dot;
    expect(read('aaaaaaaa', { ...dot, atPx })).toBe('aaaaaaaa');
    expect(read('a a a a1', { ...dot, atPx })).toBe('a a a a1');
  });

  it('is not looked for in a line without letters', () => {
    expect(read('', dot)).toBe('');
  });
});
