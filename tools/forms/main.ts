import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formDrawings } from './drawings/all.ts';
import { formPackageSchemaText } from './package-schema.ts';
import { writeLayout } from './publish.ts';

/** `npm run forms`: draws our forms again into `resources/forms` and writes the schema of form packages. */
const resources = join(import.meta.dirname, '../../resources');
for (const drawing of formDrawings) {
  await writeLayout(drawing, join(resources, 'forms'));
  console.log(`${drawing.id}: ${drawing.pages.length} page(s), edition ${drawing.edition}`);
}
await writeFile(join(resources, 'form-package.schema.json'), formPackageSchemaText());
