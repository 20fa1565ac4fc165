import { join } from 'node:path';
import { formDrawings } from './drawings/all.ts';
import { writeLayout } from './publish.ts';

/** `npm run forms`: draws our forms again into `resources/forms`. */
const formsFolder = join(import.meta.dirname, '../../resources/forms');
for (const drawing of formDrawings) {
  await writeLayout(drawing, formsFolder);
  console.log(`${drawing.id}: ${drawing.pages.length} page(s), edition ${drawing.edition}`);
}
