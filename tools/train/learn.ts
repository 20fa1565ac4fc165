import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { squarePx } from '../../ocr/read/combs/glyph-square.ts';
import { alphabet } from './alphabet.ts';
import type { Lesson } from './lesson.ts';
import { trainingReportSchema, writeLog } from './log.ts';
import { runPython, seedNumber } from './run-python.ts';

/** Has the network learn, and writes `characters.onnx`, `characters.json` and the log `characters.md`. */
export function learn(lesson: Lesson): void {
  mkdirSync(lesson.out, { recursive: true });
  const model = join(lesson.out, 'characters.onnx');
  const report = join(lesson.work, 'report.json');
  const job = join(lesson.work, 'job.json');
  const { learnt, heldOut, epochs } = lesson;
  writeFileSync(
    job,
    JSON.stringify({ alphabet, learnt, heldOut, model, report, epochs, seed: seedNumber(lesson.seed) }),
  );
  runPython(join(import.meta.dirname, 'learn.py'), job);
  const learning = trainingReportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const { temperature } = learning;
  const description = { format: 'tabularium-characters-1', alphabet: alphabet.join(''), squarePx, temperature };
  writeFileSync(join(lesson.out, 'characters.json'), `${JSON.stringify(description, null, 2)}\n`);
  writeLog(join(lesson.out, 'characters.md'), lesson, learning);
}
