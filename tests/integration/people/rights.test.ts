import { isContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Role, roleSchema } from '../../../contract/account.ts';
import { contract } from '../../../contract/contract.ts';
import { type Access, accessByVerb, accessOf, hasRight } from '../../../station/people/rights.ts';
import { type Client, type Person, refusalOf, secret, startDesk, startStaff } from '../rpc/desk.ts';

/** Every verb of the contract, by its path. */
const verbs = Object.entries(contract).flatMap(([area, procedures]) =>
  Object.entries(procedures).map(([verb, procedure]) => ({ path: [area, verb], name: `${area}.${verb}`, procedure })),
);

/** Input that the border takes: what matters here is who asks. */
const nowhere = '00000000-0000-4000-8000-000000000000';
const device = { driver: 'sane', id: 'test:0', name: 'Scanner di prova' };
const inputs: Readonly<Record<string, unknown>> = {
  'session.replaceSecret': { accountId: nowhere, secret: 'una-parola-lunga' },
  // With the right secret: what a wrong one is refused with does not tell who asks.
  'session.changeSecret': { current: secret, secret },
  'session.deactivateAccount': { accountId: nowhere },
  'session.activateAccount': { accountId: nowhere },
  'session.createAccount': { name: 'Elsa', role: 'clerk', secret: 'una-parola-lunga', seesSpecialCategories: false },
  'batches.create': { name: 'a', profileId: 'general', paths: ['/tmp'] },
  'batches.retryPage': { pageId: nowhere },
  'verification.decide': { documentId: nowhere, pointer: '/a', verdict: { kind: 'confirm' } },
  'verification.undo': { documentId: nowhere, pointer: '/a' },
  'verification.sendBack': { documentId: nowhere, reason: 'perché' },
  'work.assign': { documentId: nowhere, accountId: null },
  'work.setUrgent': { documentId: nowhere, urgent: true },
  'work.postpone': { documentId: nowhere, until: '2999-01-01T00:00:00.000Z', reason: 'manca un allegato' },
  'work.recordEffort': { documentId: nowhere, keystrokes: 1, activeMs: 1, fieldsAsked: 1 },
  'deliveries.saveDestination': { id: 'x', title: 'X', url: 'https://intake.example', token: 't' },
  'sampling.choose': { scope: { kind: 'profile', profileId: 'nowhere' }, plan: null },
  'deliveries.start': { batchId: nowhere, destinationId: 'x' },
  'forms.check': { path: '/nowhere' },
  'forms.add': { path: '/nowhere', digest: '0'.repeat(64) },
  'forms.retire': { formKey: 'nessuno@1.0.0' },
  'forms.restore': { formKey: 'nessuno@1.0.0' },
  'forms.addOwnList': { id: 'streets', path: '/nowhere' },
};

function inputOf(name: string): unknown {
  const [area] = name.split('.');
  if (name in inputs) return inputs[name];
  if (name === 'audit.events') return { accountId: null, subjectId: null, from: null, to: null, before: null };
  if (name === 'batches.flagged') return { batchId: nowhere, limit: 1 };
  if (name === 'practice.start') return { name: 'a' };
  if (name === 'practice.addEffort') return { documentId: nowhere, keys: 1, seconds: 1 };
  if (name === 'scans.test') return { profileId: 'general', device };
  if (area === 'scanners' || name === 'scans.start') return { device };
  if (area === 'verification' || area === 'work') return { documentId: nowhere };
  return { batchId: nowhere };
}

/** Calls a verb by its path, as a window that was tampered with might. */
function call(client: Client, path: readonly string[], input: unknown): Promise<unknown> {
  const verb: unknown = path.reduce<unknown>((at, step) => Reflect.get(Object(at), step), client);
  return z.custom<(input: unknown) => Promise<unknown>>((value) => typeof value === 'function').parse(verb)(input);
}

describe('every verb of the contract', () => {
  it('is written down with what it takes, and nothing else is', () => {
    expect(verbs.every(({ procedure }) => isContractProcedure(procedure))).toBe(true);
    const known = Object.entries(accessByVerb).flatMap(([area, one]) =>
      Object.keys(one).map((verb) => `${area}.${verb}`),
    );
    expect(known.toSorted()).toEqual(verbs.map(({ name }) => name).toSorted());
    expect(accessOf(['somewhere', 'else'])).toBe('administer');
  });

  it('that changes anything is refused to an auditor, and all that only look are not', async () => {
    const desk = await startDesk();
    const { auditor } = await startStaff(desk);
    for (const { path, name } of verbs) {
      const access = accessOf(path);
      if (access === 'anybody') continue;
      const refusal = await refusalOf(call(auditor.client, path, inputOf(name)));
      if (mayChange(access)) expect(refusal, name).toBe('NOT_ALLOWED');
      else expect(refusal, name).not.toBe('NOT_ALLOWED');
    }
  });

  it('is refused by the station to every role that lacks its right', async () => {
    const desk = await startDesk();
    const staff = await startStaff(desk);
    const refused: string[] = [];
    for (const role of roleSchema.options) {
      const { client }: Person = staff[role];
      for (const { path, name } of verbs) {
        const access = accessOf(path);
        if (access === 'anybody' || hasRight({ role }, access)) continue;
        expect(await refusalOf(call(client, path, inputOf(name))), `${role}: ${name}`).toBe('NOT_ALLOWED');
        refused.push(`${role} ${name}`);
      }
    }
    expect(refused).toContain('clerk verification.approve');
    expect(refused).toContain('auditor work.hold');
  });

  it('is named to the window of whoever may ask for it, so that the screens offer no other', async () => {
    const desk = await startDesk();
    const staff = await startStaff(desk);
    for (const role of roleSchema.options) {
      const { verbs: told } = await staff[role].client.session.get();
      const allowed = verbs.filter(({ path }) => {
        const access = accessOf(path);
        return access === 'anybody' || hasRight({ role }, access);
      });
      expect(told.toSorted(), role).toEqual(allowed.map(({ name }) => name).toSorted());
    }
  });

  it('is refused under the lock, to whatever role, but for those of the session', async () => {
    const desk = await startDesk();
    const { administrator } = await startStaff(desk);
    await administrator.client.session.lock();
    for (const { path, name } of verbs) {
      if (accessOf(path) === 'anybody') continue;
      expect(await refusalOf(call(administrator.client, path, inputOf(name))), name).toBe('LOCKED');
    }
  });
});

function mayChange(access: Exclude<Access, 'anybody'>): boolean {
  return access === 'work' || access === 'supervise' || access === 'administer';
}

it('the rights of the roles are these', () => {
  const table = (role: Role) =>
    (['look', 'work', 'supervise', 'oversee', 'audit', 'administer'] as const).filter((right) =>
      hasRight({ role }, right),
    );
  expect(Object.fromEntries(roleSchema.options.map((role) => [role, table(role)]))).toEqual({
    clerk: ['look', 'work'],
    supervisor: ['look', 'work', 'supervise', 'oversee'],
    administrator: ['look', 'work', 'supervise', 'oversee', 'audit', 'administer'],
    auditor: ['look', 'oversee', 'audit'],
  });
});
