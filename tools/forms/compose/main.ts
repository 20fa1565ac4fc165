import { Command } from 'commander';
import { z } from 'zod';
import { referenceDpi, writeReference } from '../write-reference.ts';
import { composeEmptyPage, leastScans } from './compose.ts';
import { openScan } from './scan.ts';

/** `npm run forms:compose`: the empty page of a form of which only filled-in copies are left. */
const program = new Command('forms:compose')
  .description('makes the reference image of an empty page from filled-in scans of it, the cleanest first')
  .argument(
    '<scans...>',
    `files that show the same printed page, at least ${leastScans}; the more differently filled, the better`,
  )
  .requiredOption('--out <png>', 'reference image to write')
  .option('--page <index>', 'page inside each file, from 0', '0')
  .option('--width <mm>', 'width of the page; that of the first scan where absent')
  .option('--height <mm>', 'height of the page')
  .option('--dpi <number>', 'resolution of the reference image', String(referenceDpi));

const optionsSchema = z.strictObject({
  out: z.string().min(1),
  page: z.coerce.number().int().nonnegative(),
  width: z.coerce.number().positive().optional(),
  height: z.coerce.number().positive().optional(),
  dpi: z.coerce.number().min(100).max(600),
});

program.action(async (paths: string[], given: unknown) => {
  const options = optionsSchema.parse(given);
  const scans = [];
  for (const path of paths) scans.push(await openScan(path, options.page));
  const measured = scans[0]?.size;
  const size = {
    widthMm: options.width ?? measured?.widthMm ?? 210,
    heightMm: options.height ?? measured?.heightMm ?? 297,
  };
  const composed = await composeEmptyPage(scans, size, options.dpi);
  if (composed === null) {
    return program.error(
      `fewer than ${leastScans} of the ${scans.length} scans show the same printed page; try another first scan`,
    );
  }
  await writeReference(composed.image, options.dpi, options.out);
  for (const { name, residualMm } of composed.used) console.log(`${name}: residual ${residualMm.toFixed(2)} mm`);
  for (const name of composed.leftOut) console.log(`${name}: left out, does not fit`);
  console.log(`${options.out}: widthMm ${size.widthMm.toFixed(2)}, heightMm ${size.heightMm.toFixed(2)}`);
});
await program.parseAsync();
