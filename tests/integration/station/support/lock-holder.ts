import { openStore } from '../../../../station/store/store.ts';

/** Holds the workstation of `argv[2]` until it is killed. */
await openStore(process.argv[2] ?? '', { clock: () => new Date() });
process.send?.('holding');
