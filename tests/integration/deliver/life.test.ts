import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';
import { approveAll, deliveriesUntil, form, isDelivered, startIntake, submissionsOf, token } from './office.ts';

const twoPages = 'dichiarazione-residenza@1.0.0';
const surname = '/richiedente/cognome';

describe('the whole life of a document', () => {
  it('goes from two files to two receipts: read, verified, approved by a second person, delivered', async () => {
    const intake = await startIntake();
    const desk = await startDesk();
    const { clerk, supervisor } = await startStaff(desk);
    const batchId = await readBatch(desk, clerk.client, {
      'accesso.png': { pages: [{ form, page: 0 }] },
      'residenza.png': {
        pages: [
          { form: twoPages, page: 0 },
          { form: twoPages, page: 1 },
        ],
      },
    });
    const [access, residence] = await clerk.client.batches.documents({ batchId });
    expect([access?.pages, residence?.pages]).toEqual([1, 2]);
    const documentId = access?.id ?? '';

    const keyed = { documentId, pointer: surname, verdict: { kind: 'key', value: 'Rossi' } } as const;
    await clerk.client.verification.decide(keyed);
    expect(await refusalOf(supervisor.client.verification.approve({ documentId }))).toBe('CONFLICT');
    await approveAll(clerk.client, supervisor.client, batchId);

    const destination = { id: 'comune', title: 'Protocollo del Comune', url: intake.url, token };
    expect(await refusalOf(clerk.client.deliveries.saveDestination(destination))).toBe('NOT_ALLOWED');
    const saved = await supervisor.client.deliveries.saveDestination(destination);
    expect(saved).toEqual({ id: 'comune', title: 'Protocollo del Comune', url: intake.url, hasToken: true });
    const start = { batchId, destinationId: 'comune' };
    expect(await refusalOf(clerk.client.deliveries.start(start))).toBe('NOT_ALLOWED');
    await supervisor.client.deliveries.start(start);
    const deliveries = await deliveriesUntil(clerk.client, batchId, isDelivered);

    const detail = await clerk.client.verification.get({ documentId });
    expect(detail.state).toBe('delivered');
    expect(detail.receipt).toMatchObject({ destination: 'Protocollo del Comune' });
    expect(detail.receipt?.protocolNumber).toMatch(/^\d{4}\/000000[12]$/);
    const delivery = deliveries.find((one) => one.documentId === documentId);
    expect(delivery).toMatchObject({ progress: 1, problem: null, receipt: { contentSha256: expect.any(String) } });

    const submissions = await submissionsOf(intake);
    expect(submissions).toHaveLength(2);
    const sent = submissions.find(({ idempotencyKey }) => idempotencyKey === documentId);
    expect(sent.contentSha256).toBe(delivery?.receipt?.contentSha256);
    expect(sent.body).toMatchObject({
      form,
      record: { richiedente: { cognome: 'Rossi' } },
      source: { documentId, batchId, verifiedBy: clerk.account.id, approvedBy: supervisor.account.id },
      provenance: {
        [surname]: { origin: 'keyed', by: clerk.account.id, remark: null },
        '/richiedente/nome': { by: clerk.account.id, remark: 'unreadable' },
      },
    });
    const [page] = sent.body.pages;
    const [stored] = sent.pages;
    // A file that is one picture arrives as it was captured, untouched.
    expect(page.sha256).toBe(page.source.sha256);
    const arrived = await readFile(join(intake.folder, 'uploads', stored.uploadId));
    expect(createHash('sha256').update(arrived).digest('hex')).toBe(page.sha256);

    const drawn = submissions.find(({ idempotencyKey }) => idempotencyKey === residence?.id);
    expect(drawn.body.pages).toHaveLength(2);
    for (const one of drawn.body.pages) expect(one).toMatchObject({ mediaType: 'image/png' });
    expect(drawn.body.pages[0].sha256).not.toBe(drawn.body.pages[0].source.sha256);

    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });
});
