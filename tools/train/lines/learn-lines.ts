import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineHeightPx } from '../../../ocr/read/engines/line-network/input.ts';
import { runPython, seedNumber } from '../run-python.ts';
import { lineAlphabet } from './alphabet.ts';
import type { LineLesson } from './line-lesson.ts';
import { lineReportSchema, writeLineLog } from './line-log.ts';

/** Has the network learn, and writes `lines.onnx`, `lines.json` and the log `lines.md`. */
export function learnLines(lesson: LineLesson): void {
  const { learnt, heldOut, rounds, out, work } = lesson;
  mkdirSync(out, { recursive: true });
  const model = join(out, 'lines.onnx');
  const report = join(work, 'report.json');
  const job = join(work, 'job.json');
  const seed = seedNumber(lesson.seed);
  writeFileSync(job, JSON.stringify({ alphabet: lineAlphabet, learnt, heldOut, model, report, rounds, seed }));
  runPython(join(import.meta.dirname, '..', 'learn_lines.py'), job);
  const learning = lineReportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const { temperature } = learning;
  const description = {
    format: 'tabularium-line-network-1',
    alphabet: lineAlphabet.join(''),
    lineHeightPx,
    temperature,
  };
  writeFileSync(join(out, 'lines.json'), `${JSON.stringify(description, null, 2)}\n`);
  writeLineLog(join(out, 'lines.md'), lesson, learning);
}
