import { randomBytes, scryptSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/account.ts';
import { AppError } from '../../../station/app-error.ts';
import { changeSecret, createAccount, renewSecret, signIn } from '../../../station/people/people.ts';
import { createSecrets } from '../../../station/people/secrets.ts';
import { createSignInGate } from '../../../station/people/sign-in-gate.ts';
import { findAccount, replaceSecret } from '../../../station/store/accounts.ts';
import { openStore, type Store } from '../../../station/store/store.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

const secret = 'un-segreto-inventato';
const secrets = createSecrets();

async function startOffice() {
  const folder = await temporaryFolder();
  let nowMs = Date.UTC(2026, 2, 2, 8);
  const clock = () => new Date(nowMs);
  const store = await openStore(folder, { clock });
  const wait = (timeMs: number) => {
    nowMs += timeMs;
  };
  return { folder, store, gate: createSignInGate(clock), wait };
}

const person = (name: string, role: Role) => ({ name, role, secret, seesSpecialCategories: false });

/** What the log has about an account, the oldest first. */
function actionsOn(store: Store, accountId: string): string[] {
  const events = store.query.selectFrom('audit_events').select('action').where('subjectId', '=', accountId);
  return store.all(events.orderBy('seq')).map(({ action }) => action);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.code : 'none';
}

describe('accounts', () => {
  it('begin with an administrator, made without anybody signed in', async () => {
    const { store } = await startOffice();
    expect(await codeOf(createAccount(store, secrets, null, person('Carla', 'clerk')))).toBe('INVALID_INPUT');
    const first = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    expect(first.role).toBe('administrator');
    expect(await codeOf(createAccount(store, secrets, null, person('Carla', 'clerk')))).toBe('NOT_SIGNED_IN');
    store.close();
  });

  it('are made by administrators only, under names of their own', async () => {
    const { store } = await startOffice();
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const sergio = await createAccount(store, secrets, ada, person('Sergio', 'supervisor'));
    expect(await codeOf(createAccount(store, secrets, sergio, person('Carla', 'clerk')))).toBe('NOT_ALLOWED');
    expect(await codeOf(createAccount(store, secrets, ada, person('Sergio', 'clerk')))).toBe('CONFLICT');
    store.close();
  });

  it('are one when two windows make the first at the same moment', async () => {
    const { store } = await startOffice();
    const both = await Promise.allSettled([
      createAccount(store, secrets, null, person('Ada', 'administrator')),
      createAccount(store, secrets, null, person('Ugo', 'administrator')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    store.close();
  });

  it('keep no secret that can be read', async () => {
    const { folder, store } = await startOffice();
    await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const hashes = store.all(store.query.selectFrom('accounts').select(['secretHash', 'secretSalt']));
    expect(hashes[0]?.secretHash).toHaveLength(44);
    store.close();
    expect((await readFile(join(folder, 'tabularium.db'))).includes(secret)).toBe(false);
  });
});

describe('signing in', () => {
  it('takes the right secret, in whatever Unicode form it is typed', async () => {
    const { store, gate } = await startOffice();
    const ada = await createAccount(store, secrets, null, {
      ...person('Ada', 'administrator'),
      secret: 'perch\u00e9-no',
    });
    expect(await signIn(store, { secrets, gate }, { accountId: ada.id, secret: 'perche\u0301-no' })).toEqual(ada);
    expect(await codeOf(signIn(store, { secrets, gate }, { accountId: ada.id, secret: 'perche-no' }))).toBe(
      'NOT_ALLOWED',
    );
    store.close();
  });

  it('waits longer and longer after five wrong secrets, also for the right one', async () => {
    const { store, gate, wait } = await startOffice();
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const guess = (word: string) => signIn(store, { secrets, gate }, { accountId: ada.id, secret: word });
    for (let time = 0; time < 5; time += 1) await codeOf(guess('sbagliato'));
    expect(gate.waitMs(ada.id)).toBe(30_000);
    await expect(guess(secret)).rejects.toThrow('30 seconds');
    wait(30_001);
    await codeOf(guess('sbagliato'));
    expect(gate.waitMs(ada.id)).toBe(60_000);
    wait(60_001);
    expect(await guess(secret)).toEqual(ada);
    expect(gate.waitMs(ada.id)).toBe(0);
    store.close();
  });

  it('counts guesses that come all at once', async () => {
    const { store, gate } = await startOffice();
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    await Promise.all(
      Array.from({ length: 8 }, () => codeOf(signIn(store, { secrets, gate }, { accountId: ada.id, secret: 'no' }))),
    );
    const refused = store.all(
      store.query.selectFrom('audit_events').select('seq').where('action', '=', 'account.sign-in-refused'),
    );
    expect(refused).toHaveLength(5);
    store.close();
  });
});

describe('a new secret for somebody who has forgotten theirs', () => {
  it('opens at once, lets the old one in no more, and is in the log with who gave it', async () => {
    const { store, gate } = await startOffice();
    const door = { secrets, gate };
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const carla = await createAccount(store, secrets, ada, person('Carla', 'clerk'));
    for (let guess = 0; guess < 6; guess += 1)
      await codeOf(signIn(store, door, { accountId: carla.id, secret: 'indovina' }));
    await renewSecret(store, door, ada, { accountId: carla.id, secret: 'tutt-altro-segreto' });
    expect(await signIn(store, door, { accountId: carla.id, secret: 'tutt-altro-segreto' })).toEqual(carla);
    expect(await codeOf(signIn(store, door, { accountId: carla.id, secret }))).toBe('NOT_ALLOWED');
    const replaced = store.first(
      store.query.selectFrom('audit_events').selectAll().where('action', '=', 'account.secret-replaced'),
    );
    expect(replaced).toMatchObject({ actor: ada.id, subjectId: carla.id, detail: '{}' });
    expect(await codeOf(renewSecret(store, door, ada, { accountId: 'nessuno', secret }))).toBe('NOT_FOUND');
    store.close();
  });
});

describe('a secret of one’s own', () => {
  it('is changed by whoever knows the present one, which then lets in no more; the log says so', async () => {
    const { store, gate } = await startOffice();
    const door = { secrets, gate };
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    await changeSecret(store, door, ada, { current: secret, secret: 'tutt-altro-segreto' });
    expect(await signIn(store, door, { accountId: ada.id, secret: 'tutt-altro-segreto' })).toEqual(ada);
    expect(await codeOf(signIn(store, door, { accountId: ada.id, secret }))).toBe('NOT_ALLOWED');
    expect(actionsOn(store, ada.id).slice(1)).toEqual([
      'account.secret-changed',
      'account.signed-in',
      'account.sign-in-refused',
    ]);
    store.close();
  });

  it('stays as it is after a wrong one, and guessing is slowed down as it is at the door', async () => {
    const { store, gate, wait } = await startOffice();
    const door = { secrets, gate };
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const change = (current: string) => changeSecret(store, door, ada, { current, secret: 'tutt-altro-segreto' });
    await expect(change('indovina')).rejects.toMatchObject({ text: { it: expect.stringContaining('attuale') } });
    for (let guess = 1; guess < 5; guess += 1) await codeOf(change('indovina'));
    await expect(change(secret)).rejects.toMatchObject({ text: { it: expect.stringContaining('Troppi tentativi') } });
    expect(await codeOf(signIn(store, door, { accountId: ada.id, secret }))).toBe('NOT_ALLOWED');
    expect(actionsOn(store, ada.id).slice(1)).toEqual(Array(5).fill('account.secret-change-refused'));
    wait(30_000);
    expect(await signIn(store, door, { accountId: ada.id, secret })).toEqual(ada);
    store.close();
  });
});

describe('a secret that is changed while somebody enters with the old one', () => {
  /** An office whose door takes its time to say that a secret is right. */
  async function startSlow() {
    const { store, gate } = await startOffice();
    const opening = Promise.withResolvers<void>();
    const slow = {
      ...secrets,
      async isRight(...compared: Parameters<typeof secrets.isRight>) {
        const isRight = await secrets.isRight(...compared);
        await opening.promise;
        return isRight;
      },
    };
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const renewed = { accountId: ada.id, secret: 'tutt-altro-segreto' };
    const renew = async () => {
      await renewSecret(store, { secrets, gate }, ada, renewed);
      opening.resolve();
    };
    return { store, door: { secrets: slow, gate }, ada, renewed, renew };
  }

  it('lets in no more, and the log has the attempt', async () => {
    const { store, door, ada, renewed, renew } = await startSlow();
    const entering = signIn(store, door, { accountId: ada.id, secret });
    const [code] = await Promise.all([codeOf(entering), renew()]);
    expect(code).toBe('NOT_ALLOWED');
    expect(actionsOn(store, ada.id).slice(1)).toEqual(['account.secret-replaced', 'account.sign-in-refused']);
    expect(await signIn(store, door, renewed)).toEqual(ada);
    store.close();
  });

  it('cannot be changed again by whoever knew only the old one', async () => {
    const { store, door, ada, renewed, renew } = await startSlow();
    const changing = changeSecret(store, door, ada, { current: secret, secret: 'ancora-un-altro' });
    const [code] = await Promise.all([codeOf(changing), renew()]);
    expect(code).toBe('NOT_ALLOWED');
    expect(await signIn(store, door, renewed)).toEqual(ada);
    store.close();
  });
});

describe('a secret stored by an older version', () => {
  it('still opens, and is hashed with Argon2id the first time it does', async () => {
    const { store, gate } = await startOffice();
    const ada = await createAccount(store, secrets, null, person('Ada', 'administrator'));
    const salt = randomBytes(16);
    const hash = scryptSync(secret, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
    const old = {
      secretScheme: 'scrypt',
      secretHash: hash.toString('base64'),
      secretSalt: salt.toString('base64'),
    } as const;
    store.transact((transaction) => replaceSecret(transaction, ada.id, old));
    expect(await codeOf(signIn(store, { secrets, gate }, { accountId: ada.id, secret: 'sbagliato' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(findAccount(store, ada.id)?.secretScheme).toBe('scrypt');
    expect(await signIn(store, { secrets, gate }, { accountId: ada.id, secret })).toEqual(ada);
    const renewed = findAccount(store, ada.id);
    expect(renewed?.secretScheme).toBe('argon2id');
    expect(renewed?.secretHash).not.toBe(old.secretHash);
    // In two windows at once each finds that the other has hashed it.
    store.transact((transaction) => replaceSecret(transaction, ada.id, old));
    const enter = () => signIn(store, { secrets, gate }, { accountId: ada.id, secret });
    expect(await Promise.all([enter(), enter()])).toEqual([ada, ada]);
    expect(await signIn(store, { secrets, gate }, { accountId: ada.id, secret })).toEqual(ada);
    store.close();
  });
});
