import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answersFile, type PracticeAnswers } from '../../station/practice/answers.ts';
import { makeDocument } from '../samples/document.ts';
import { writeImage } from '../samples/encode.ts';
import { openWorkshop, type Workshop } from '../samples/workshop.ts';
import { type PracticePlan, practicePlans } from './plan.ts';

/** `npm run practice`: draws the practice pile anew into resources/practice, always the same. */
const resources = join(import.meta.dirname, '../../resources');
const folder = join(resources, 'practice');
const seed = 'practice 1';
/** As small as a page can be without becoming harder to read than the damage intends. */
const mostQuality = 60;

type AnsweredDocument = PracticeAnswers['documents'][number];

async function drawDocument(workshop: Workshop, plan: PracticePlan, index: number): Promise<AnsweredDocument> {
  const made = makeDocument(workshop, plan.document, seed, index, { ...plan.options, dpi: 200 });
  const files: string[] = [];
  for (const [page, draw] of made.pages.entries()) {
    const { image, facts } = await draw();
    const file = `practice-${index + 1}-${page + 1}.jpg`;
    const jpegQuality = Math.min(mostQuality, facts.damage.jpegQuality);
    await writeImage(image, { ...facts.damage, jpegQuality }, 'jpg', join(folder, file));
    files.push(file);
  }
  const fields = Object.entries(made.facts.fields).map(([pointer, { value }]) => {
    const trap = plan.traps[pointer] ?? null;
    return [pointer, { value: trap === 'unreadable' ? null : value, trap }] as const;
  });
  return { files, fields: Object.fromEntries(fields) };
}

await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) {
  if (file.endsWith('.jpg')) await rm(join(folder, file));
}
const workshop = await openWorkshop(resources);
const documents: AnsweredDocument[] = [];
for (const [index, plan] of practicePlans.entries()) documents.push(await drawDocument(workshop, plan, index));
await writeFile(join(folder, answersFile), `${JSON.stringify({ documents } satisfies PracticeAnswers, null, 1)}\n`);
console.log(`${documents.length} documents, ${documents.flatMap(({ files }) => files).length} pages in ${folder}`);
