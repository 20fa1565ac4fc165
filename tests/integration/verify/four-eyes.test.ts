import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Account } from '../../../contract/account.ts';
import { AppError } from '../../../station/app-error.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { findDocument } from '../../../station/store/documents.ts';
import { gaveWord } from '../../../station/store/verdicts.ts';
import { createVerification, type Verification } from '../../../station/verify/verification.ts';
import { readBatch, startDesk, startStaff } from '../rpc/desk.ts';

const rounds = 15;
const pointers = ['/richiedente/cognome', '/richiedente/dataNascita', '/richiedente/codiceFiscale'];

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('key', 'empty-all', 'undo', 'finish', 'finish', 'approve', 'approve', 'send-back'),
  pointer: fc.constantFrom(...pointers),
  value: fc.constantFrom('ROSSI', '3/4/1980', 'RSSMRA80D03H501H', 'RSSMRA80D03H501A', ''),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function take(
  verification: Verification,
  actor: Account,
  documentId: string,
  { what, pointer, value }: Step,
): Promise<unknown> {
  switch (what) {
    case 'key':
      return verification.decide(actor, { documentId, pointer }, { kind: 'key', value });
    case 'undo':
      return verification.undo(actor, { documentId, pointer });
    case 'finish':
      return verification.finish(actor, documentId);
    case 'approve':
      return verification.approve(actor, documentId);
    case 'send-back':
      return verification.sendBack(actor, documentId, 'Da rivedere.');
    case 'empty-all':
      return emptyAll(verification, actor, documentId);
  }
}

async function emptyAll(verification: Verification, actor: Account, documentId: string): Promise<void> {
  const { fields } = await verification.get(actor, documentId);
  for (const { pointer } of fields.filter(({ open }) => open)) {
    await verification.decide(actor, { documentId, pointer }, { kind: 'empty' });
  }
}

it('whatever three people do in whatever order, nobody approves their own work and the counts stay right', async () => {
  const desk = await startDesk();
  const { store } = desk.station;
  const { administrator, clerk, supervisor } = await startStaff(desk);
  const people = [administrator.account, clerk.account, supervisor.account];
  const sources = Array.from({ length: rounds }, (_, n) => ({
    pages: [{ form: 'accesso-atti@1.0.0', page: 0 }],
    salt: String(n),
  }));
  const batchId = await readBatch(desk, clerk.client, {
    ...Object.fromEntries(sources.map((one, n) => [`${n}.png`, one])),
  });
  const documents = await clerk.client.batches.documents({ batchId });
  const verification = createVerification(desk.station);

  const reached = new Set<string>();
  async function checkPromises(documentId: string): Promise<void> {
    const { state, openFields, fields } = await verification.get(administrator.account, documentId);
    reached.add(state);
    expect(openFields).toBe(fields.filter(({ open }) => open).length);
    if (state !== 'verified' && state !== 'approved') return;
    expect(openFields).toBe(0);
    const stored = findDocument(store, documentId);
    if (state === 'verified') return;
    const approver = people.find(({ id }) => id === stored?.approvedBy);
    expect(approver?.role).not.toBe('clerk');
    expect(stored?.verifiedBy).not.toBe(approver?.id);
    expect(gaveWord(store, documentId, approver?.id ?? '')).toBe(false);
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
      const documentId = documents.pop()?.id ?? '';
      for (const one of steps) {
        const actor = people[one.who];
        if (!actor) continue;
        await take(verification, actor, documentId, one).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error;
        });
        await checkPromises(documentId);
      }
    }),
    { numRuns: rounds, endOnFailure: true, seed: 7 },
  );
  expect(reached).toContain('approved');
  expect(verifyAudit(store).faults).toEqual([]);
});
