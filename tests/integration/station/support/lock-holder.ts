import { openStore } from '../../../../station/store/store.ts';

/** Holds the workstation of `argv[2]` until it is killed. */
const store = await openStore(process.argv[2] ?? '', { clock: () => new Date() });
// A store that nobody refers to is collected, and its lock ends with it.
process.once('disconnect', () => store.close());
process.send?.('holding');
