import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Makes resources/tables/comuni.csv from the archive of comuni that ANPR publishes (CC BY 4.0): one row for each span in
 * which name, province and cadastral code of a comune stayed the same.
 * Run: node tools/tables/build-comuni.ts <ANPR_archivio_comuni.csv>
 */

interface Span {
  readonly code: string;
  readonly name: string;
  readonly otherName: string;
  readonly province: string;
  readonly from: string;
  to: string;
}

function parseRow(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|([^,]+)|(?<=,)(?=,)/g)].map((cell) => cell[1] ?? cell[2] ?? '');
}

function readSpans(csv: string): Span[] {
  const rows = csv
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.length > 0)
    .map(parseRow);
  return rows.map((row) => ({
    code: row[4] ?? '',
    name: row[6] ?? '',
    otherName: (row[8] ?? '').replace(/\.$/, ''),
    province: row[14] ?? '',
    from: row[1] ?? '',
    to: row[2] ?? '',
  }));
}

function sameComune(left: Span, right: Span): boolean {
  return left.code === right.code && left.name === right.name && left.province === right.province;
}

function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans
    .filter((span) => /^[A-Z]\d{3}$/.test(span.code))
    .toSorted((left, right) => left.code.localeCompare(right.code) || left.from.localeCompare(right.from));
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && sameComune(last, span) && last.to < '9999' && span.from <= dayAfter(last.to)) last.to = span.to;
    else merged.push({ ...span });
  }
  return merged;
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('name the ANPR archive: build-comuni.ts <ANPR_archivio_comuni.csv>');
const spans = mergeSpans(readSpans(readFileSync(source, 'utf8').replace(/^\uFEFF/, '')));
const lines = spans.map((span) =>
  [span.code, span.name, span.otherName, span.province, span.from, span.to === '9999-12-31' ? '' : span.to].join(';'),
);
writeFileSync(
  new URL('../../resources/tables/comuni.csv', import.meta.url),
  `code;name;otherName;province;from;to\n${lines.join('\n')}\n`,
);
process.stderr.write(`${lines.length} spans\n`);
