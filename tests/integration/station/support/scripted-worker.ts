import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { PageError } from '../../../../ocr/model/failure.ts';
import { identityAffine } from '../../../../ocr/model/geometry.ts';
import type { Pair } from '../../../../ocr/model/reading.ts';
import type { PageReading, ReadSettings, WorkerRequest, WorkerResponse } from '../../../../ocr/model/result.ts';
import type { ReadRequest } from '../../../../ocr/worker/read-page.ts';
import { serveTasks } from '../../../../ocr/worker/serve.ts';
import { type Behaviour, decodeScripted } from './scripted-source.ts';

/** A page worker that does what the file says: the real pool and processes, without the cost of real reading. */
serveTasks(handle);

async function handle(request: WorkerRequest): Promise<WorkerResponse> {
  const source = decodeScripted(readFileSync(request.path));
  await setTimeout(source.delayMs ?? 0);
  if (request.kind === 'inspect') {
    if (source.refuse !== undefined) throw new PageError(source.refuse, 'as scripted');
    const pages = source.pages.map((_, index) => ({ index, widthPx: 100, heightPx: 140, dpi: 300 }));
    return { kind: 'inspected', pages };
  }
  if (request.kind === 'assess') {
    return { kind: 'assessed', quality: { findings: [], traces: [], widthPx: 100, heightPx: 140 } };
  }
  if (request.kind === 'render') {
    writeFileSync(request.target, 'a picture');
    return { kind: 'rendered', widthPx: 100, heightPx: 140 };
  }
  return { kind: 'read', reading: await readAs(source.pages[request.index] ?? 'read', request) };
}

async function readAs(behaviour: Behaviour, { index, path, settings }: ReadRequest): Promise<PageReading> {
  if (behaviour === 'crash') process.exit(70);
  if (behaviour === 'crash-once' && isFirstTime(path)) process.exit(70);
  if (behaviour === 'damaged-once' && isFirstTime(path)) throw new PageError('damaged-file', 'as scripted');
  if (behaviour === 'hang') await new Promise(() => setInterval(() => undefined, 1000));
  if (behaviour === 'damaged') throw new PageError('damaged-file', 'as scripted');
  return reading(behaviour, index, settings);
}

/** Remembered beside the file, because the process that asks first may die of the answer. */
function isFirstTime(path: string): boolean {
  const marker = `${path}.seen`;
  if (existsSync(marker)) return false;
  writeFileSync(marker, '');
  return true;
}

function reading(behaviour: Behaviour, index: number, { turnDeg = 0, separators }: ReadSettings): PageReading {
  return {
    captured: { index, widthPx: 100, heightPx: 140, dpi: 300 },
    preparation: {
      steps: [],
      toCaptured: identityAffine,
      rotationDeg: turnDeg,
      skewDeg: 0,
      blank: behaviour === 'blank',
    },
    text: behaviour === 'blank' ? '' : 'parola',
    words: behaviour === 'blank' ? [] : [{ text: 'parola', confidence: 0.9, box: [10, 10, 60, 20] }],
    registration:
      typeof behaviour === 'string' || !('form' in behaviour)
        ? null
        : {
            form: behaviour.form,
            edition: 'standard',
            layoutPage: behaviour.page,
            toCaptured: identityAffine,
            residualMm: 0.1,
            coverage: 1,
          },
    notAligned: null,
    zones: [],
    pairs: typeof behaviour === 'object' && 'pairs' in behaviour ? pairsOf(behaviour.pairs) : [],
    timingMs: {},
    ...(separators && typeof behaviour === 'object' && 'separator' in behaviour && { separator: behaviour.separator }),
  };
}

function pairsOf(texts: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(texts).map(([label, value], line) => ({
    label: { text: label, box: [5, 10 + 10 * line, 40, 18 + 10 * line] },
    value: { text: value, box: [50, 10 + 10 * line, 90, 18 + 10 * line] },
    confidence: 1,
  }));
}
