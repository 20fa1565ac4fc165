import { writeSync } from 'node:fs';
import { z } from 'zod';
import { openWatching } from './open-watching.ts';

/**
 * A station in a process of its own that watches a folder until it is killed. `argv[2]` is JSON; tells on file descriptor 3
 * what it has taken. From the third look on its clock is set back.
 */
const watchSchema = z.strictObject({ station: z.string(), incoming: z.string(), clockBackMs: z.number() });
const { station, incoming, clockBackMs } = watchSchema.parse(JSON.parse(process.argv[2] ?? ''));

let taken = 0;
const clock = () => new Date(Date.now() - (taken > 2 ? clockBackMs : 0));
const watching = await openWatching({
  ...{ station, incoming, clock },
  onTaken(count) {
    taken += count;
    writeSync(3, `taken ${taken}\n`);
  },
});
writeSync(3, 'watching\n');
await watching.ended;
