import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineHeightPx } from '../../../ocr/read/engines/line-network/input.ts';
import { runPython, seedNumber } from '../run-python.ts';
import { lineAlphabet } from './alphabet.ts';
import { putEarlierWeights } from './earlier-weights.ts';
import type { LineLesson } from './line-lesson.ts';
import { lineReportSchema, writeLineLog } from './line-log.ts';

/** Has a network learn, and writes `<its name>.onnx`, `.json` and the log `.md`. */
export async function learnLines(lesson: LineLesson): Promise<void> {
  const { network, learnt, heldOut, rounds, keepEarlier, out, work } = lesson;
  mkdirSync(out, { recursive: true });
  const model = join(out, `${network}.onnx`);
  const report = join(work, 'report.json');
  const job = join(work, 'job.json');
  const seed = seedNumber(lesson.seed);
  const { from, fromNetwork = network } = lesson;
  const earlier = from === undefined ? null : await putEarlierWeights(fromNetwork, from, work);
  const earlierLog = from === undefined ? null : readFileSync(join(from, `${fromNetwork}.md`), 'utf8');
  const task = { network, alphabet: lineAlphabet, learnt, heldOut, model, report, rounds, seed, earlier, keepEarlier };
  writeFileSync(job, JSON.stringify(task));
  runPython(join(import.meta.dirname, '..', 'learn_lines.py'), job);
  const learning = lineReportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const { temperature } = learning;
  const description = {
    format: 'tabularium-line-network-1',
    alphabet: lineAlphabet.join(''),
    lineHeightPx,
    temperature,
  };
  writeFileSync(join(out, `${network}.json`), `${JSON.stringify(description, null, 2)}\n`);
  writeLineLog(join(out, `${network}.md`), lesson, learning, earlierLog);
}
