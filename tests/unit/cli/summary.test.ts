import { describe, expect, it } from 'vitest';
import { failureCodeSchema } from '../../../ocr/model/failure.ts';
import { describeFailure, failureIn } from '../../../station/cli/failure-text.ts';
import type { PageResult, Results } from '../../../station/cli/results.ts';
import { summarise } from '../../../station/cli/summary.ts';
import { failureTexts } from '../../../station/texts/failures.ts';

const id = '00000000-0000-4000-8000-000000000001';

function page(source: string, index: number, quarantined: string | null): PageResult {
  const looks = { widthPx: 1, heightPx: 1, rotationDeg: 0, skewDeg: 0, blank: false, registration: null } as const;
  return { source, index, sha256: 'a'.repeat(64), ...looks, text: '', words: [], quarantined };
}

const doubtful = {
  value: null,
  raw: '',
  confidence: 0,
  status: 'doubtful',
  reason: null,
  page: 0,
  boxPx: null,
} as const;

const results: Results = {
  batch: id,
  documents: [
    { id, form: 'tari@1.0.0', state: 'read', pages: [page('a.pdf', 0, null)], fields: { '/x': doubtful }, pairs: [] },
    {
      ...{ id, form: null, state: 'quarantined', fields: {}, pairs: [] },
      pages: [page('b.tif', 0, null), page('b.tif', 1, describeFailure('deadline-exceeded', null))],
    },
  ],
  refused: [
    { source: 'note.docx', reason: describeFailure('unsupported-format', 'no signature') },
    { source: 'copia.pdf', reason: describeFailure('duplicate-in-batch', 'the same bytes as a.pdf') },
  ],
  timing: { wallMs: 1200, pages: 3 },
};

describe('the summary of what was read', () => {
  it('is in Italian where the person speaks it, duplicates apart from what was refused', () => {
    expect(summarise(results, 'it').split('\n')).toEqual([
      'letto  a.pdf  1 pagina  tari@1.0.0  1 campo da verificare',
      `in quarantena  b.tif  2 pagine  nessun modulo  pagina 2: ${failureTexts['deadline-exceeded'].it} [deadline-exceeded]`,
      `rifiutato  note.docx  ${failureTexts['unsupported-format'].it} [unsupported-format: no signature]`,
      `doppio  copia.pdf  ${failureTexts['duplicate-in-batch'].it} [duplicate-in-batch: the same bytes as a.pdf]`,
      '2 documenti, 3 pagine, 1 file rifiutato, 1 doppio, 1.2 s',
    ]);
  });

  it('is in English otherwise', () => {
    const lines = summarise(results, 'en').split('\n');
    expect(lines[0]).toBe('read  a.pdf  1 page  tari@1.0.0  1 field to verify');
    expect(lines.at(-1)).toBe('2 documents, 3 pages, 1 file refused, 1 duplicate, 1.2 s');
  });

  it.each(failureCodeSchema.options)('tells %s in either language', (code) => {
    const described = describeFailure(code, 'cause');
    expect(failureIn('en', described)).toBe(described);
    expect(failureIn('it', described)).toBe(`${failureTexts[code].it} [${code}: cause]`);
  });
});
