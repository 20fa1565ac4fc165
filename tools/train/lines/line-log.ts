import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type HandKind, handKindSchema } from '../../samples/truth.ts';
import type { Faces } from '../../samples/write/faces.ts';
import { lineAlphabet } from './alphabet.ts';
import { facesOfLesson } from './faces.ts';
import type { LineLesson } from './line-lesson.ts';
import { lineHeaderSchema } from './line-set.ts';

/** What learn_lines.py reports. Shares of lines without an error are by how they are written, of those kinds that the set has. */
export const lineReportSchema = z.strictObject({
  learnt: z.int().positive(),
  heldOut: z.int().positive(),
  weights: z.int().positive(),
  temperature: z.number().positive(),
  rounds: z.array(z.strictObject({ loss: z.number(), heldOutRight: z.partialRecord(handKindSchema, z.number()) })),
});
export type LineReport = z.infer<typeof lineReportSchema>;

/**
 * Writes what the weights were learnt from and how well, so that anybody can learn them again. The log of the network that it
 * began with follows.
 */
export function writeLineLog(
  path: string,
  { network, learnt, heldOut, rounds, seed, keepEarlier }: LineLesson,
  report: LineReport,
  earlierLog: string | null,
): void {
  const faces = facesOfLesson[network];
  const kinds = handKindSchema.options.filter((kind) => faces.learnt[kind].length > 0);
  const subject = kinds.map((kind) => subjects[kind]).join(' and ');
  const lines = [
    `# ${network}.onnx`,
    '',
    `Reads lines of ${subject}. Made by \`npm run train:lines\` of this project; EUPL-1.2, as the project.`,
    '',
    '| | |',
    '| --- | --- |',
    `| alphabet | \`${lineAlphabet.join('')}\`, and nothing |`,
    `| weights | ${report.weights} |`,
    `| lines in sets to learn from | ${report.learnt} |`,
    `| lines held out | ${report.heldOut} |`,
    `| rounds, seed | ${rounds}, ${seed} |`,
    `| temperature | ${report.temperature} |`,
    ...(keepEarlier === 0 ? [] : [`| share of the weights that it began with | ${keepEarlier} |`]),
    '',
    'Learnt from:',
    '',
    ...learnt.map((folder) => `- ${originOf(folder)}`),
    '',
    `Held out: ${originOf(heldOut)}`,
    '',
    ...(network === 'lines-hand' ? [penStrokes, ''] : []),
    'Faces, from npm packages `@fontsource/<family>`, OFL-1.1 or Apache-2.0:',
    '',
    `- learnt: ${familiesOf(faces.learnt)}`,
    `- held out: ${familiesOf(faces.heldOut)}`,
    '',
    `| round | loss | ${kinds.map((kind) => `held-out lines of ${subjects[kind]} read without an error`).join(' | ')} |`,
    `| ${['round', 'loss', ...kinds].map(() => '---').join(' | ')} |`,
    ...report.rounds.map(
      ({ loss, heldOutRight }, index) =>
        `| ${[index + 1, loss, ...kinds.map((kind) => percent(heldOutRight[kind] ?? 0))].join(' | ')} |`,
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

const penStrokes =
  'Nearly half of the batches show letters drawn stroke by stroke instead (`tools/train/pen_lines.py`).';

const subjects: Readonly<Record<HandKind, string>> = {
  typed: 'print',
  typewriter: 'typewriters',
  handwritten: 'hands',
};

function familiesOf(faces: Faces): string {
  return [...new Set(Object.values(faces).flatMap((own) => own.map(({ family }) => family)))].join(', ');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
