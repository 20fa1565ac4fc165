import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { furtherFaces, heldOutFaces, unseenFaces, usualFaces } from '../samples/write/faces.ts';
import { alphabet } from './alphabet.ts';
import { headerSchema } from './glyph-set.ts';
import type { Lesson } from './lesson.ts';

/** What learn.py reports. */
export const trainingReportSchema = z.strictObject({
  learnt: z.int().positive(),
  heldOut: z.int().positive(),
  weights: z.int().positive(),
  temperature: z.number().positive(),
  rounds: z.array(z.strictObject({ loss: z.number(), heldOutRight: z.number() })),
});
export type TrainingReport = z.infer<typeof trainingReportSchema>;

/** Writes what the weights were learnt from and how well, so that anybody can learn them again. */
export function writeLog(path: string, { learnt, heldOut, epochs, seed }: Lesson, report: TrainingReport): void {
  const last = report.rounds.at(-1);
  const lines = [
    '# characters.onnx',
    '',
    'Recognises single characters in the cells of combs. Made by `npm run train` of this project; EUPL-1.2, as the project.',
    '',
    '| | |',
    '| --- | --- |',
    `| alphabet | ${alphabet.slice(1).join(' ')}, and no character |`,
    `| weights | ${report.weights} |`,
    `| characters in sets to learn from | ${report.learnt} |`,
    `| characters held out | ${report.heldOut} |`,
    `| rounds, seed | ${epochs}, ${seed} |`,
    `| right among those held out, whole alphabet | ${percent(last?.heldOutRight ?? 0)} |`,
    `| temperature | ${report.temperature} |`,
    '',
    'Learnt from:',
    '',
    ...learnt.map((folder) => `- ${originOf(folder)}`),
    '- letters drawn stroke by stroke, others for every batch (`tools/train/strokes.py`)',
    '',
    `Held out: ${originOf(heldOut)}`,
    '',
    'Faces, from npm packages `@fontsource/<family>`, OFL-1.1 or Apache-2.0:',
    '',
    `- learnt: ${[...familiesOf(usualFaces), ...familiesOf(furtherFaces)].join(', ')}`,
    `- held out: ${familiesOf(heldOutFaces).join(', ')}`,
    `- neither learnt from nor chosen by: ${familiesOf(unseenFaces).join(', ')}`,
    '',
    '| round | loss | right among those held out |',
    '| --- | --- | --- |',
    ...report.rounds.map(({ loss, heldOutRight }, index) => `| ${index + 1} | ${loss} | ${percent(heldOutRight)} |`),
    '',
  ];
  writeFileSync(path, lines.join('\n'));
}

function originOf(folder: string): string {
  return headerSchema.parse(JSON.parse(readFileSync(join(folder, 'glyphs.json'), 'utf8'))).origin;
}

function familiesOf(faces: typeof usualFaces): string[] {
  return Object.values(faces).flatMap((group) => group.map(({ family }) => family));
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
