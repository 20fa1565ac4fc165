import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Field } from '../../../contract/document.ts';
import { calibrationSchema } from '../../../ocr/extract/calibrate/calibration.ts';
import type { Reading, ZoneReading } from '../../../ocr/model/reading.ts';
import { pageReadingSchema } from '../../../ocr/model/result.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import type { Station } from '../../../station/station.ts';
import { type Desk, readBatch, startDesk, startStaff } from '../rpc/desk.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

const form = 'accesso-atti@1.0.0';

/** What the machine has read where the scripted worker reads nothing: a name in every text zone, not very surely. */
async function putReadings(station: Station): Promise<void> {
  const layout = (await station.forms.byKey()).get(form)?.layouts[0];
  const { edition = '' } = layout ?? {};
  const zones = layout?.pages[0]?.zones ?? [];
  const seen = zones.flatMap(({ id, kind }): ZoneReading[] => {
    if (kind !== 'text') return [];
    const reading: Reading = { text: 'Rossi', confidence: 0.7, characters: [], box: [0, 0, 9, 9], engine: 'invented' };
    return [{ kind: 'text', zone: id, handwritten: false, reading }];
  });
  const { store } = station;
  store.transact((transaction) => {
    const { query } = transaction;
    for (const { pageId, reading } of transaction.all(query.selectFrom('readings').select(['pageId', 'reading']))) {
      const page = pageReadingSchema.parse(JSON.parse(reading));
      const registration = page.registration && { ...page.registration, edition };
      const changed = JSON.stringify({ ...page, zones: seen, registration });
      transaction.run(query.updateTable('readings').set({ reading: changed }).where('pageId', '=', pageId));
    }
  });
}

/** An office that has keyed a word on every open field of a document and approved it. */
async function approveOne(desk: Desk, staff: Awaited<ReturnType<typeof startStaff>>, salt: string): Promise<void> {
  const { clerk, supervisor } = staff;
  const batchId = await readBatch(desk, clerk.client, { 'a.png': { pages: [{ form, page: 0 }], salt } });
  await putReadings(desk.station);
  const [document] = await clerk.client.batches.documents({ batchId });
  const documentId = document?.id ?? '';
  const { fields } = await clerk.client.verification.get({ documentId });
  for (const { pointer } of fields.filter(({ open }: Field) => open)) {
    const verdict = pointer.endsWith('cognome')
      ? ({ kind: 'key', value: 'Rossi' } as const)
      : ({ kind: 'empty' } as const);
    await clerk.client.verification.decide({ documentId, pointer, verdict });
  }
  await clerk.client.verification.finish({ documentId });
  await supervisor.client.verification.approve({ documentId });
}

function eventsOf({ store }: Station, action: string) {
  return store.all(store.query.selectFrom('audit_events').selectAll().where('action', '=', action));
}

const own = (folder: string) => join(folder, 'calibration.json');

describe('a workstation learns how sure its readings are', () => {
  it('from the words on an approved batch, keeps it, and tells the audit log how many', async () => {
    const desk = await startDesk();
    const { calibration } = desk.station;
    const before = await calibration.inForce();
    await approveOne(desk, await startStaff(desk), 'one');
    await vi.waitFor(() => expect(eventsOf(desk.station, 'calibration.refitted')).toHaveLength(1), { timeout: 60_000 });
    const after = await calibration.inForce();
    expect(after.origin.verdicts).toBeGreaterThan(5);
    expect(after.models).not.toEqual(before.models);
    const [event] = eventsOf(desk.station, 'calibration.refitted');
    expect(JSON.parse(event?.detail ?? '')).toMatchObject({ documents: 1, verdicts: after.origin.verdicts });
    expect(event?.detail).not.toContain('Rossi');
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
    const kept = JSON.parse(await readFile(own(desk.folder), 'utf8'));
    expect(calibrationSchema.parse(kept.calibration)).toEqual(after);
  });

  it('and finds it again at the next start; a damaged one is set aside and the shipped one holds', async () => {
    const folder = await temporaryFolder();
    const first = await startDesk({ folder });
    const { calibration } = first.station;
    const shipped = await calibration.shipped();
    await calibration.replace({ ...shipped, origin: { ...shipped.origin, verdicts: 77 } });
    await first.station.close();

    const second = await startDesk({ folder });
    expect((await second.station.calibration.inForce()).origin.verdicts).toBe(77);
    await second.station.close();

    await writeFile(own(folder), '{"basedOn": "x", "calibration": {');
    const third = await startDesk({ folder });
    expect(await third.station.calibration.inForce()).toEqual(shipped);
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
    expect(eventsOf(third.station, 'calibration.set-aside')).toHaveLength(1);
  });

  it('but lets go of what was fitted from another program', async () => {
    const folder = await temporaryFolder();
    const first = await startDesk({ folder });
    const shipped = await first.station.calibration.shipped();
    await first.station.close();
    const foreign = { basedOn: 'another', calibration: { ...shipped, origin: { piles: [], verdicts: 5 } } };
    await writeFile(own(folder), JSON.stringify(foreign));
    const second = await startDesk({ folder });
    expect(await second.station.calibration.inForce()).toEqual(shipped);
    expect(await readFile(own(folder), 'utf8')).toContain('another');
  });
});
