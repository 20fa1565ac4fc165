import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import { refusalOf, startDesk } from '../rpc/desk.ts';
import { deliveriesUntil, formOf, isDelivered, startApproved, startIntake, submissionsOf, token } from './office.ts';
import { openSlowLine } from './slow-line.ts';

const isFailed = ({ state }: Delivery) => state === 'failed';
const waitsForRetry = ({ state, problem }: Delivery) => state === 'queued' && problem !== null;

/** A server that answers every submission as told. */
async function startFalseIntake(answer: (path: string) => { status: number; body: unknown }): Promise<string> {
  const server = Fastify({ forceCloseConnections: true });
  server.all('/*', (request, reply) => {
    const { status, body } = answer(request.url);
    return reply.code(status).send(body);
  });
  onTestFinished(() => server.close().then(() => undefined));
  return server.listen({ port: 0, host: '127.0.0.1' });
}

describe('a delivery', () => {
  it('waits while the destination is away, says so, and goes through when it is back', async () => {
    const intake = await startIntake();
    const line = await openSlowLine(50_000_000, null);
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, line.url, { 'a.png': formOf(1000) });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const [waiting] = await deliveriesUntil(clerk.client, batchId, waitsForRetry);
    expect(waiting?.problem).toMatchObject({ retryable: true, message: { en: expect.stringContaining('not answer') } });
    line.leadTo(intake.url);
    const [delivered] = await deliveriesUntil(clerk.client, batchId, isDelivered);
    expect(delivered?.problem).toBeNull();
    expect(await submissionsOf(intake)).toHaveLength(1);
  });

  it('goes on where it was when the line breaks and the destination restarts half-way', async () => {
    const intake = await startIntake();
    const line = await openSlowLine(2_000_000, intake.url);
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, line.url, { 'a.png': formOf(3_000_000) });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    await deliveriesUntil(clerk.client, batchId, ({ progress }) => progress > 0.2);
    line.cut();
    await deliveriesUntil(clerk.client, batchId, ({ progress }) => progress > 0.5);
    line.leadTo(null);
    line.cut();
    await intake.close();
    const restarted = await startIntake({ folder: intake.folder });
    line.leadTo(restarted.url);
    await deliveriesUntil(clerk.client, batchId, isDelivered);
    expect(await submissionsOf(restarted)).toHaveLength(1);
    expect(await readdir(join(intake.folder, 'uploads'))).toHaveLength(2);
    // Far less than twice the file was carried: nothing was sent from the start again.
    expect(line.carried()).toBeLessThan(5_000_000);
  });

  it('stops at a refused token, shows it, and goes through once the destination is corrected', async () => {
    const intake = await startIntake();
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, intake.url, { 'a.png': formOf(1000) });
    const destination = { id: 'comune', title: 'Protocollo', url: intake.url };
    await supervisor.client.deliveries.saveDestination({ ...destination, token: 'sbagliato' });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const [failed] = await deliveriesUntil(clerk.client, batchId, isFailed);
    expect(failed?.problem).toMatchObject({ retryable: false, message: { en: expect.stringContaining('token') } });
    await supervisor.client.deliveries.saveDestination({ ...destination, token });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    await deliveriesUntil(clerk.client, batchId, isDelivered);
    expect(await submissionsOf(intake)).toHaveLength(1);
  });

  it('is one submission however often it is started', async () => {
    const intake = await startIntake();
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, intake.url, { 'a.png': formOf(1000) });
    const twin = { id: 'altro', title: 'Lo stesso, di nuovo', url: intake.url, token };
    await supervisor.client.deliveries.saveDestination(twin);
    await Promise.all(
      ['comune', 'altro', 'comune'].map((destinationId) =>
        supervisor.client.deliveries.start({ batchId, destinationId }),
      ),
    );
    await deliveriesUntil(clerk.client, batchId, isDelivered);
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    expect(await clerk.client.deliveries.list({ batchId })).toHaveLength(1);
    expect(await submissionsOf(intake)).toHaveLength(1);
  });

  it('takes no receipt for another content than was sent', async () => {
    const url = await startFalseIntake((path) => {
      const receipt = {
        protocolNumber: '2026/0000001',
        registeredAt: '2026-03-02T10:00:00.000Z',
        contentSha256: '0'.repeat(64),
        idempotencyKey: 'another',
      };
      const body = path.endsWith('/commit') ? receipt : { id: 'x', pages: [], receipt: null };
      return { status: 200, body };
    });
    const desk = await startDesk();
    const { clerk, supervisor, batchId, documentIds } = await startApproved(desk, url, { 'a.png': formOf(1000) });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const [failed] = await deliveriesUntil(clerk.client, batchId, isFailed);
    expect(failed?.problem?.message.en).toContain('does not match');
    const detail = await clerk.client.verification.get({ documentId: documentIds[0] ?? '' });
    expect(detail).toMatchObject({ state: 'approved', receipt: null });
  });

  it.each([
    [500, null, 'queued'],
    [429, null, 'queued'],
    [400, { title: 'The request does not fit the description', detail: '/pages' }, 'failed'],
    [422, { type: 'urn:tabularium:intake:key-reused', title: 'Used before', detail: 'other body' }, 'failed'],
    [200, { unexpected: true }, 'failed'],
    [404, '<html>', 'failed'],
  ])('that is answered %i %o is then %s', async (status, body, state) => {
    const url = await startFalseIntake(() => ({ status, body }));
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, url, { 'a.png': formOf(1000) });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const [delivery] = await deliveriesUntil(clerk.client, batchId, ({ problem }) => problem !== null);
    expect(delivery?.state === 'sending' ? 'queued' : delivery?.state).toBe(state);
    expect(delivery?.problem?.retryable).toBe(state === 'queued');
  });

  it('sends no page that has changed on this disk', async () => {
    const intake = await startIntake();
    const desk = await startDesk();
    const { clerk, supervisor, batchId } = await startApproved(desk, intake.url, { 'a.png': formOf(1000) });
    const [page] = await clerk.client.batches.pages({ batchId });
    const row = desk.station.store.first(
      desk.station.store.query
        .selectFrom('batch_pages')
        .select('sha256')
        .where('id', '=', page?.id ?? ''),
    );
    const sha256 = row?.sha256 ?? '';
    const path = join(desk.folder, 'originals', sha256.slice(0, 2), sha256);
    await chmod(path, 0o600);
    await writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x7b, 0x7d]));
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const [failed] = await deliveriesUntil(clerk.client, batchId, isFailed);
    expect(failed?.problem?.message.en).toContain('backup');
    expect(await submissionsOf(intake)).toHaveLength(0);
  });

  it('that failed lets the document be sent back, changed, approved and delivered as it then is', async () => {
    const intake = await startIntake();
    const desk = await startDesk();
    const { clerk, supervisor, batchId, documentIds } = await startApproved(desk, intake.url, {
      'a.png': formOf(1000),
    });
    const [documentId = ''] = documentIds;
    const destination = { id: 'comune', title: 'Protocollo', url: intake.url };
    await supervisor.client.deliveries.saveDestination({ ...destination, token: 'sbagliato' });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    await deliveriesUntil(clerk.client, batchId, isFailed);

    await supervisor.client.verification.sendBack({ documentId, reason: 'Manca il cognome.' });
    const verdict = { kind: 'key', value: 'Bianchi' } as const;
    await clerk.client.verification.decide({ documentId, pointer: '/richiedente/cognome', verdict });
    await clerk.client.verification.finish({ documentId });
    await supervisor.client.verification.approve({ documentId });
    await supervisor.client.deliveries.saveDestination({ ...destination, token });
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    expect(await refusalOf(supervisor.client.verification.sendBack({ documentId, reason: 'Tardi.' }))).toBe('CONFLICT');
    await deliveriesUntil(clerk.client, batchId, isDelivered);
    const [submission] = await submissionsOf(intake);
    expect(submission.body.record).toEqual({ richiedente: { cognome: 'Bianchi' } });
  });

  it('cannot be begun without a destination', async () => {
    const desk = await startDesk();
    const { supervisor, batchId } = await startApproved(desk, 'http://127.0.0.1:9', { 'a.png': formOf(1000) });
    const begun = supervisor.client.deliveries.start({ batchId, destinationId: 'nessuna' });
    expect(await refusalOf(begun)).toBe('NOT_FOUND');
  });
});
