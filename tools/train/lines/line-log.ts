import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lineAlphabet } from './alphabet.ts';
import { heldOutFaces, learntFaces, type MachineFaces } from './faces.ts';
import type { LineLesson } from './line-lesson.ts';
import { lineHeaderSchema } from './line-set.ts';

/** What learn_lines.py reports. Shares of lines without an error are by kind of machine. */
export const lineReportSchema = z.strictObject({
  learnt: z.int().positive(),
  heldOut: z.int().positive(),
  weights: z.int().positive(),
  temperature: z.number().positive(),
  rounds: z.array(
    z.strictObject({ loss: z.number(), heldOutRight: z.strictObject({ typed: z.number(), typewriter: z.number() }) }),
  ),
});
export type LineReport = z.infer<typeof lineReportSchema>;

/**
 * Writes what the weights were learnt from and how well, so that anybody can learn them again. The log of the network that it
 * began with follows.
 */
export function writeLineLog(
  path: string,
  { network, learnt, heldOut, rounds, seed }: LineLesson,
  report: LineReport,
  earlierLog: string | null,
): void {
  const lines = [
    `# ${network}.onnx`,
    '',
    'Reads lines of print and typewriters. Made by `npm run train:lines` of this project; EUPL-1.2, as the project.',
    '',
    '| | |',
    '| --- | --- |',
    `| alphabet | \`${lineAlphabet.join('')}\`, and nothing |`,
    `| weights | ${report.weights} |`,
    `| lines in sets to learn from | ${report.learnt} |`,
    `| lines held out | ${report.heldOut} |`,
    `| rounds, seed | ${rounds}, ${seed} |`,
    `| temperature | ${report.temperature} |`,
    '',
    'Learnt from:',
    '',
    ...learnt.map((folder) => `- ${originOf(folder)}`),
    '',
    `Held out: ${originOf(heldOut)}`,
    '',
    'Faces, from npm packages `@fontsource/<family>`, OFL-1.1 or Apache-2.0:',
    '',
    `- learnt: ${familiesOf(learntFaces)}`,
    `- held out: ${familiesOf(heldOutFaces)}`,
    '',
    '| round | loss | held-out lines of print read without an error | of typewriters |',
    '| --- | --- | --- | --- |',
    ...report.rounds.map(
      ({ loss, heldOutRight }, index) =>
        `| ${index + 1} | ${loss} | ${percent(heldOutRight.typed)} | ${percent(heldOutRight.typewriter)} |`,
    ),
    '',
    ...(earlierLog === null
      ? []
      : ['It began with weights that were learnt before:', '', earlierLog.replace(/^# /, '## Before: ')]),
  ];
  writeFileSync(path, lines.join('\n'));
}

function originOf(folder: string): string {
  return lineHeaderSchema.parse(JSON.parse(readFileSync(join(folder, 'lines.json'), 'utf8'))).origin;
}

function familiesOf({ typed, typewriter }: MachineFaces): string {
  return [...new Set([...typed, ...typewriter].map(({ family }) => family))].join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
