import { expect, it } from 'vitest';
import { readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const everything = { accountId: null, subjectId: null, from: null, to: null, before: null };

it('an auditor reads who looked at and changed a record, by person, thing and time, without its content', async () => {
  const desk = await startDesk();
  const { auditor, clerk, supervisor } = await startStaff(desk);
  const form = 'accesso-atti@1.0.0';
  const batchId = await readBatch(desk, clerk.client, { 'a.png': { pages: [{ form, page: 0 }] } });
  const [document] = await clerk.client.batches.documents({ batchId });
  const documentId = document?.id ?? '';
  const pointer = '/richiedente/cognome';
  await clerk.client.verification.get({ documentId });
  await clerk.client.verification.get({ documentId });
  await clerk.client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value: 'ROSSI' } });

  const { client } = auditor;
  const own = await client.audit.events({ ...everything, subjectId: documentId, accountId: clerk.account.id });
  expect(own.events.map(({ action, actor }) => [action, actor])).toEqual([
    ['field.decided', 'Carla Impiegata'],
    ['document.verifying', 'Carla Impiegata'],
    ['document.looked-at', 'Carla Impiegata'],
  ]);
  expect(own.events[0]?.detail).toContain(pointer);
  const all = await client.audit.events(everything);
  expect(JSON.stringify(all)).not.toContain('ROSSI');
  const before = all.events[2]?.seq ?? 0;
  expect((await client.audit.events({ ...everything, before })).events[0]?.seq).toBe(before - 1);
  expect((await client.audit.events({ ...everything, to: '2001-01-01T00:00:00.000Z' })).events).toEqual([]);
  expect((await client.audit.verify()).faults).toEqual([]);
  expect(await refusalOf(supervisor.client.audit.events(everything))).toBe('NOT_ALLOWED');
});
