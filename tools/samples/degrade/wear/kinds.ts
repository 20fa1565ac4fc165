import { z } from 'zod';

/** What paper goes through in offices besides copier and scanner. None is drawn unless it is asked for by name. */
export const wearSchema = z.enum([
  'show-through',
  'highlighter',
  'coloured-paper',
  'coloured-ink',
  'fold',
  'corner',
  'note',
  'coffee',
  'pencil',
  'fax',
  'drum',
  'low-jpeg',
  'phone',
  'colour-scan',
]);
export type Wear = z.infer<typeof wearSchema>;
