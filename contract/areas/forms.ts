import { z } from 'zod';
import {
  byFormSchema,
  formCheckSchema,
  formChoiceSchema,
  installedFormSchema,
  newFormSchema,
  newOwnListSchema,
  ownListSummarySchema,
} from '../form.ts';
import { procedure } from './procedure.ts';

/** What the station recognises and knows beside it: form packages, and the municipality's own lists. */
export const forms = {
  list: procedure.output(z.array(installedFormSchema)),
  /** Looks at a package, a folder or a zip, and takes nothing in. */
  check: procedure.input(formChoiceSchema).output(formCheckSchema),
  /** Takes in a package as it was shown; the station recognises it at once. */
  add: procedure.input(newFormSchema).output(installedFormSchema),
  /** Pages of batches begun from then on are not compared with it; what was read with it keeps it. */
  retire: procedure.input(byFormSchema).output(z.null()),
  /** Takes a retired form back into use. */
  restore: procedure.input(byFormSchema).output(z.null()),
  ownLists: procedure.output(z.array(ownListSummarySchema)),
  /** Takes in a list in place of the one before; it is in use at once. */
  addOwnList: procedure.input(newOwnListSchema).output(ownListSummarySchema),
};
