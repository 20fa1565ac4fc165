import { describe, expect, it } from 'vitest';
import { parsePageTable } from '../../../ocr/read/engines/page-table.ts';

const header = 'level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext';

describe('the page table of the engine', () => {
  it('becomes lines of words with boxes and confidences from 0 to 1', () => {
    const lines = parsePageTable(
      [
        header,
        '4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t',
        '5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96.5\tMario',
        '5\t1\t1\t1\t1\t2\t50\t21\t50\t11\t80\tRossi',
        '',
      ].join('\n'),
    );
    expect(lines).toEqual([
      {
        words: [
          { text: 'Mario', confidence: 0.965, box: [10, 20, 40, 32] },
          { text: 'Rossi', confidence: 0.8, box: [50, 21, 100, 32] },
        ],
        box: [10, 20, 100, 32],
        paragraph: 0,
      },
    ]);
  });

  it('numbers paragraphs in order and leaves out words of blanks', () => {
    const row = (block: number, line: number, text: string) => `5\t1\t${block}\t1\t${line}\t1\t0\t0\t5\t5\t90\t${text}`;
    const lines = parsePageTable([row(1, 1, 'a'), row(1, 2, 'b'), row(1, 3, ' '), row(2, 1, 'c')].join('\n'));
    expect(lines.map((line) => line.paragraph)).toEqual([0, 0, 1]);
  });

  it('is no lines when nothing was found', () => {
    expect(parsePageTable('')).toEqual([]);
  });
});
