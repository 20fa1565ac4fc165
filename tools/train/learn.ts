import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { squarePx } from '../../ocr/read/glyph-square.ts';
import { alphabet } from './alphabet.ts';
import type { Lesson } from './lesson.ts';
import { trainingReportSchema, writeLog } from './log.ts';

const python = process.env.TABULARIUM_PYTHON ?? '/usr/bin/python3';

/** Has the network learn, and writes `characters.onnx`, `characters.json` and the log `characters.md`. */
export function learn(lesson: Lesson): void {
  mkdirSync(lesson.out, { recursive: true });
  const model = join(lesson.out, 'characters.onnx');
  const report = join(lesson.work, 'report.json');
  const job = join(lesson.work, 'job.json');
  const { learnt, heldOut, epochs } = lesson;
  writeFileSync(job, JSON.stringify({ alphabet, learnt, heldOut, model, report, epochs, seed: numberOf(lesson.seed) }));
  const result = spawnSync(python, ['-B', join(import.meta.dirname, 'learn.py'), job], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`${python} could not learn; it needs torch (Debian: python3-torch)`);
  const learning = trainingReportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const { temperature } = learning;
  const description = { format: 'tabularium-characters-1', alphabet: alphabet.join(''), squarePx, temperature };
  writeFileSync(join(lesson.out, 'characters.json'), `${JSON.stringify(description, null, 2)}\n`);
  writeLog(join(lesson.out, 'characters.md'), lesson, learning);
}

/** A text as a number that random generators take (FNV-1a). */
function numberOf(seed: string): number {
  let value = 0x811c9dc5;
  for (const character of seed) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
