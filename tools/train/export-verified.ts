import { resolve } from 'node:path';
import { Command } from 'commander';
import { existingDataFolder } from '../../station/cli/data-folder.ts';
import { cutVerified } from './cut-verified.ts';
import { writeGlyphSet } from './glyph-set.ts';

/** `npm run train:verified`: cuts characters that people gave their word on out of a workstation's pages. */
const program = new Command('train:verified')
  .description(
    'Cuts the characters of combs whose values an operator confirmed or keyed, for npm run train -- --verified <folder>. ' +
      'They are pieces of real records: the folder must stay on this computer and be deleted when it has been learnt from. ' +
      'Nothing is sent anywhere, and the workstation is only looked at.',
  )
  .requiredOption('--out <folder>', 'where glyphs.json and glyphs.bin are written')
  .option('--data <folder>', 'the workstation; else the one of this user');

const options = program.parse().opts<{ out: string; data?: string }>();
const glyphs = await cutVerified(existingDataFolder(options.data, process.env));
await writeGlyphSet(resolve(options.out), { origin: 'characters that operators verified', glyphs });
console.log(`${glyphs.length} characters in ${options.out}`);
