import type { Station } from '../station.ts';
import type { Output } from './output.ts';

/** Time between two lines of progress: rare in a log, lively in a terminal. */
const quietMs = { terminal: 250, log: 5000 } as const;

/** Writes how far a batch has got whenever it changes. Returns a function that ends it with a last line. */
export function showProgress(station: Station, batchId: string, output: Output): () => void {
  const everyMs = output.isTerminal ? quietMs.terminal : quietMs.log;
  let shownAtMs = performance.now();
  let shownLine = '';

  function show(): void {
    const line = describe(station, batchId, output);
    if (line === shownLine) return;
    shownAtMs = performance.now();
    shownLine = line;
    output.notice(output.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
  }

  const unsubscribe = station.changes.subscribe(batchId, () => {
    if (performance.now() - shownAtMs >= everyMs) show();
  });
  return () => {
    unsubscribe();
    show();
    if (output.isTerminal) output.notice('\n');
  };
}

function describe(station: Station, batchId: string, { language }: Output): string {
  const { sources, sourcesOpened, refused, duplicates, pages, pagesRead, pagesQuarantined } = station.progress(batchId);
  const files = sourcesOpened + refused + duplicates;
  return language === 'it'
    ? `file ${files}/${sources} (${refused} rifiutati, ${duplicates} doppi), pagine lette ${pagesRead}/${pages} (${pagesQuarantined} in quarantena)`
    : `files ${files}/${sources} (${refused} refused, ${duplicates} duplicate), pages read ${pagesRead}/${pages} (${pagesQuarantined} quarantined)`;
}
