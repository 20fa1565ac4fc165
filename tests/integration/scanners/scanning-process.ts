import { openScanningStation, untilStopped } from './scanning-station.ts';

/**
 * A station in a process of its own, to be killed: scans the pile of the scanner at `argv[3]` into the workstation
 * `argv[2]`, going on with the batch that is there, and ends when the scanner has stopped.
 */
const [, , folder = '', address = ''] = process.argv;
const actor = { id: 'station' };

const scanning = await openScanningStation(folder);
const { store } = scanning.station;
const present = store.first(store.query.selectFrom('batches').select('id'));
process.send?.('begins');
const { batchId } =
  present === undefined
    ? scanning.scans.start(actor, {
        ...{ name: 'prova', profileId: 'general', expectedSheets: null },
        device: { driver: 'escl', address, name: 'Mock' },
        settings: { source: 'feeder', duplex: false, colour: 'grey', resolutionDpi: 100, paper: 'a5' },
      })
    : scanning.scans.resume(actor, present.id);
await untilStopped(scanning, batchId);
await scanning.close();
process.disconnect?.();
