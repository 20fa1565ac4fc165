import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { resultsSchema } from '../../../station/cli/results.ts';
import { temporaryFolder } from './support/test-station.ts';

const program = fileURLToPath(new URL('../../../bin/tabularium.mjs', import.meta.url));
const builtInForms = fileURLToPath(new URL('../../../resources/forms', import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly result: string;
  readonly notices: string;
}

/** Runs the program as a person does, with a temporary folder of its own for what it leaves behind. */
async function tabularium(scratch: string, ...args: string[]): Promise<Ended> {
  return await runNode(environment(scratch), program, ...args);
}

/** The same for a person whose system speaks Italian. */
async function inItalian(scratch: string, ...args: string[]): Promise<Ended> {
  return await runNode({ ...environment(scratch), LC_ALL: 'it_IT.UTF-8' }, program, ...args);
}

function environment(scratch: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TMPDIR: scratch,
    TABULARIUM_DATA: join(scratch, 'workstation'),
    LC_ALL: process.env.TABULARIUM_TEST_LOCALE ?? 'C',
  };
}

async function runNode(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended> {
  return await new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 28 }, (error, result, notices) =>
      resolve({ code: error === null ? 0 : error.code, result, notices }),
    );
  });
}

/**
 * Presses Ctrl-C twice, as a terminal does, which tells every process of the group, once the program is at work in its
 * temporary folder.
 */
async function interrupted(scratch: string, ...args: string[]): Promise<Omit<Ended, 'result'>> {
  const child = spawn(process.execPath, args, { env: environment(scratch), detached: true });
  let notices = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notices += text;
  });
  const ended = once(child, 'close');
  await vi.waitUntil(() => globSync('tabularium-*/originals/*/*', { cwd: scratch }).length > 0, { timeout: 60_000 });
  if (child.pid === undefined) throw new Error('the program did not start');
  process.kill(-child.pid, 'SIGINT');
  await setTimeout(20);
  // Whoever has read that it is stopped does not press again; a signal at the very end would find nobody to hear it.
  if (!notices.includes('Stopped')) process.kill(-child.pid, 'SIGINT');
  await ended;
  return { code: child.exitCode, notices };
}

const olderNode = fileURLToPath(new URL('../../fixtures/older-node.mjs', import.meta.url));

/** A white page, 8.5 by 11 inches at 100 dpi. */
async function writeBlankPage(path: string): Promise<void> {
  const create = { width: 850, height: 1100, channels: 3, background: 'white' } as const;
  await sharp({ create }).withMetadata({ density: 100 }).png().toFile(path);
}

describe('tabularium process', () => {
  it('hands over to the Node among its own dependencies where the one of the system is too old', async () => {
    const folder = await temporaryFolder();
    await writeBlankPage(join(folder, 'bianca.png'));
    const given = ['process', join(folder, 'bianca.png'), '--out', join(folder, 'out')];
    const { code, notices } = await runNode(
      environment(await temporaryFolder()),
      '--import',
      olderNode,
      program,
      ...given,
    );
    expect({ code, notices }).toMatchObject({ code: 0, notices: expect.not.stringContaining('Error') });
    expect(await readdir(join(folder, 'out'))).toEqual(['results.json']);
  });

  it.each([
    ['the Node that was asked for', [program]],
    ['a Node that handed over to another', ['--import', olderNode, program]],
  ])(
    'says what is left when Ctrl-C, pressed twice, stops it under %s, and leaves nothing in the temporary folder',
    async (_, run) => {
      const [folder, scratch] = [await temporaryFolder(), await temporaryFolder()];
      await writeBlankPage(join(folder, 'bianca.png'));
      const given = ['process', folder, '--out', join(folder, 'out')];
      const { code, notices } = await interrupted(scratch, ...run, ...given);
      expect({ code, notices }).toEqual({
        code: 1,
        notices: expect.stringContaining('without --data nothing is left'),
      });
      expect(await readdir(scratch)).toEqual([]);
    },
  );

  it('prints what it read, and says that the disk is full, when results.json finds no room', async () => {
    const [folder, out] = [await temporaryFolder(), await temporaryFolder()];
    await writeBlankPage(join(folder, 'bianca.png'));
    await symlink('/dev/full', join(out, 'results.json.part'));
    const { code, result, notices } = await tabularium(out, 'process', folder, '--out', out, '--json');
    expect({ code, notices }).toEqual({ code: 1, notices: expect.stringContaining(`results.json is full. Make room`) });
    expect(notices).not.toContain('    at ');
    expect(resultsSchema.parse(JSON.parse(result)).documents).toHaveLength(1);
    expect(await readdir(out)).toEqual([]);
  });

  it('refuses an --out that cannot be a folder before it reads anything', async () => {
    const folder = await temporaryFolder();
    await writeBlankPage(join(folder, 'bianca.png'));
    const { code, notices } = await tabularium(folder, 'process', folder, '--out', join(folder, 'bianca.png'));
    expect({ code, notices }).toMatchObject({ code: 1, notices: expect.stringContaining('cannot be written to') });
  });

  it('writes results.json, prints the same with --json, and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const scratch = await temporaryFolder();
    await writeBlankPage(join(folder, 'bianca.png'));
    const { code, result } = await tabularium(scratch, 'process', folder, '--out', join(folder, 'out'), '--json');
    expect(code).toBe(0);
    const written = await readFile(join(folder, 'out', 'results.json'), 'utf8');
    expect(JSON.parse(result)).toEqual(JSON.parse(written));
    const { documents, refused, timing } = resultsSchema.parse(JSON.parse(written));
    expect(documents).toMatchObject([
      { form: null, state: 'read', fields: {}, pages: [{ source: 'bianca.png', index: 0, blank: true, widthPx: 850 }] },
    ]);
    expect(refused).toEqual([]);
    expect(timing.pages).toBe(1);
    expect(await readdir(scratch)).toEqual([]);
  });

  it('exits 2 and names what it refused with the cause, while the rest is read', async () => {
    const folder = await temporaryFolder();
    await writeBlankPage(join(folder, 'bianca.png'));
    await writeFile(join(folder, 'truth.json'), '{}');
    const out = await temporaryFolder();
    const { code, result } = await tabularium(out, 'process', folder, '--out', out, '--json');
    expect(code).toBe(2);
    const { documents, refused } = resultsSchema.parse(JSON.parse(result));
    expect(documents).toHaveLength(1);
    expect(refused).toMatchObject([{ source: 'truth.json', reason: expect.stringContaining('unsupported-format') }]);
  });

  it('exits 0 when all that was left out is the same bytes twice', async () => {
    const folder = await temporaryFolder();
    await writeBlankPage(join(folder, 'a.png'));
    await cp(join(folder, 'a.png'), join(folder, 'b.png'));
    const out = await temporaryFolder();
    const { code, result } = await tabularium(out, 'process', folder, '--out', out, '--json');
    expect(code).toBe(0);
    expect(resultsSchema.parse(JSON.parse(result)).refused).toMatchObject([{ source: 'b.png' }]);
  });

  it.each([
    ['a path that is not there', ['process', '/not/there', '--out', '/tmp']],
    ['no --out', ['process', '.']],
    ['an unknown profile', ['process', '.', '--profile', 'none', '--out', '/tmp']],
    ['an unknown batch', ['deliver', '--batch', 'none', '--to', 'none']],
    ['an unknown command', ['frobnicate']],
  ])('exits 1 and says why for %s', async (_what, args) => {
    const { code, result, notices } = await tabularium(await temporaryFolder(), ...args);
    expect({ code, result }).toEqual({ code: 1, result: '' });
    expect(notices).not.toBe('');
  });
});

describe('tabularium forms', () => {
  it('lists the built-in forms', async () => {
    const { code, result } = await tabularium(await temporaryFolder(), 'forms', 'list', '--json');
    expect(code).toBe(0);
    const keys = JSON.parse(result).map(({ key }: { key: string }) => key);
    expect(keys).toEqual(['accesso-atti@1.0.0', 'dichiarazione-residenza@1.0.0', 'dichiarazione-tari@1.0.0']);
  });

  it('adds a package to the workstation, which then knows it', async () => {
    const scratch = await temporaryFolder();
    const own = join(scratch, 'modulo');
    await cp(join(builtInForms, 'accesso-atti'), own, { recursive: true });
    const manifest = JSON.parse(await readFile(join(own, 'form.json'), 'utf8'));
    await writeFile(join(own, 'form.json'), JSON.stringify({ ...manifest, version: '9.0.0' }));
    expect(await tabularium(scratch, 'forms', 'add', own)).toMatchObject({ code: 0, result: 'accesso-atti@9.0.0\n' });
    expect((await tabularium(scratch, 'forms', 'list')).result).toContain('accesso-atti@9.0.0');
  });

  it('refuses to replace a built-in form, and what is no package', async () => {
    const scratch = await temporaryFolder();
    expect((await tabularium(scratch, 'forms', 'add', join(builtInForms, 'accesso-atti'))).code).toBe(1);
    const { code, notices } = await tabularium(scratch, 'forms', 'add', scratch);
    expect(code).toBe(1);
    expect(notices).toContain('form.json');
  });

  it('checks a package and exits 2 when it has faults', async () => {
    const scratch = await temporaryFolder();
    const sound = await tabularium(scratch, 'forms', 'check', join(builtInForms, 'accesso-atti'), '--json');
    expect({ code: sound.code, valid: JSON.parse(sound.result).valid }).toEqual({ code: 0, valid: true });
    await writeFile(join(scratch, 'form.json'), '{}');
    const faulty = await tabularium(scratch, 'forms', 'check', scratch, '--json');
    expect({ code: faulty.code, valid: JSON.parse(faulty.result).valid }).toEqual({ code: 2, valid: false });
  });
});

describe('tabularium audit verify', () => {
  it('finds the log of a processed batch intact, and exits 2 when an event was altered', async () => {
    const folder = await temporaryFolder();
    const data = await temporaryFolder();
    await writeBlankPage(join(folder, 'bianca.png'));
    await tabularium(data, 'process', folder, '--data', data, '--out', join(data, 'out'));
    const intact = await tabularium(data, 'audit', 'verify', '--data', data, '--json');
    expect(intact.code).toBe(0);
    const told = JSON.parse(intact.result);
    expect(told).toMatchObject({ intact: true, events: 6, faults: [] });
    const proved = await tabularium(data, 'audit', 'verify', '--data', data, '--noted', told.end);
    expect(proved).toMatchObject({ code: 0, result: expect.stringContaining(`end ${told.end}`) });
    const another = await tabularium(data, 'audit', 'verify', '--data', data, '--noted', `9:${'0'.repeat(64)}`);
    expect(another).toMatchObject({ code: 2, result: expect.stringContaining('event 9: rewritten') });
    const unreadable = await tabularium(data, 'audit', 'verify', '--data', data, '--noted', 'nonsense');
    expect(unreadable).toMatchObject({ code: 1, notices: expect.stringContaining('--noted') });
    const database = new SqliteDatabase(join(data, 'tabularium.db'));
    database.exec("DROP TRIGGER audit_events_unaltered; UPDATE audit_events SET actor = 'nobody' WHERE seq = 2");
    database.close();
    const altered = await tabularium(data, 'audit', 'verify', '--data', data);
    expect(altered).toMatchObject({ code: 2, result: expect.stringContaining('event 2: altered') });
  });
});

describe('tabularium over a damaged workstation', () => {
  it('says so and leaves the database where it is', async () => {
    const data = await temporaryFolder();
    await writeFile(join(data, 'tabularium.db'), 'not a database '.repeat(100));
    const verified = await tabularium(data, 'audit', 'verify', '--data', data);
    expect(verified).toMatchObject({ code: 1, result: '', notices: expect.stringMatching(/is damaged.*backup/) });
    const { code, result } = await tabularium(data, 'doctor', '--data', data);
    expect({ code, result }).toMatchObject({ code: 2, result: expect.stringContaining('is damaged') });
    expect(await readdir(data)).toContain('tabularium.db');
  });
});

describe('tabularium deliver', () => {
  it('begins no workstation where there is none', async () => {
    const scratch = await temporaryFolder();
    const args = ['--batch', '00000000-0000-4000-8000-000000000000', '--to', 'protocollo'];
    const { code, notices } = await tabularium(scratch, 'deliver', ...args);
    expect({ code, notices }).toMatchObject({ code: 1, notices: expect.stringContaining('no Tabularium station') });
    expect(await readdir(scratch)).toEqual([]);
  });
});

describe('tabularium doctor', () => {
  it('finds a sound workstation, without beginning one', async () => {
    const scratch = await temporaryFolder();
    const { code, result } = await tabularium(scratch, 'doctor', '--json');
    expect(JSON.parse(result)).toMatchObject({ ok: true });
    expect(code).toBe(0);
    expect(await readdir(scratch)).toEqual([]);
  });
});

describe('the command line of an Italian', () => {
  it('answers in Italian, and says what is wrong with a --data that is a file', async () => {
    const scratch = await temporaryFolder();
    const healthy = await inItalian(scratch, 'doctor');
    expect(healthy).toMatchObject({ code: 0, result: expect.stringContaining('sarà creata al primo avvio') });
    expect(healthy.result).toContain('ok   lettura delle pagine: un processo di lettura parte e risponde');
    await writeFile(join(scratch, 'file'), '');
    const misplaced = await inItalian(scratch, 'doctor', '--data', join(scratch, 'file'));
    expect(misplaced).toMatchObject({ code: 1, notices: expect.stringContaining('è un file, non una cartella') });
    const list = join(scratch, 'stradario.csv');
    await writeFile(list, 'CODICE_COMUNE;ODONIMO\nZ999;VIA DEI TIGLI\nZ999;CORSO UMBERTO I\n');
    expect(await inItalian(scratch, 'streets', 'add', list)).toMatchObject({ code: 0, result: '2 vie\n' });
    expect(await inItalian(scratch, 'audit', 'verify')).toMatchObject({
      code: 0,
      result: expect.stringContaining('registro integro'),
    });
    const form = await inItalian(scratch, 'forms', 'check', join(builtInForms, 'accesso-atti'));
    expect(form).toMatchObject({ code: 0, result: expect.stringMatching(/^accesso-atti@\S+ è valido$/m) });
  });
});

describe('tabularium streets add', () => {
  it('takes in a list, counts its streets, and refuses what is none in words', async () => {
    const folder = await temporaryFolder();
    const list = join(folder, 'stradario.csv');
    await writeFile(list, 'CODICE_COMUNE;ODONIMO\nZ999;VIA DEI TIGLI\nZ999;CORSO UMBERTO I\n');
    expect(await tabularium(folder, 'streets', 'add', list)).toMatchObject({ code: 0, result: '2 streets\n' });
    expect(await readFile(join(folder, 'workstation', 'streets.csv'), 'utf8')).toContain('TIGLI');
    await writeFile(list, 'NOME\nVia Roma\n');
    const refused = await tabularium(folder, 'streets', 'add', list);
    expect(refused).toMatchObject({ code: 1, notices: expect.stringContaining('ODONIMO') });
  });
});

describe('tabularium names add', () => {
  it('keeps the names of a register alone, apart from each other, and refuses what is none in words', async () => {
    const folder = await temporaryFolder();
    const list = join(folder, 'anagrafe.csv');
    await writeFile(list, 'ID;COGNOME;NOME;NATO\n1;Zubrenti;Anna;1980\n2;Alvisari;Bruno;1990\n3;Alvisari;Anna;1991\n');
    const added = await tabularium(folder, 'names', 'add', list);
    expect(added).toMatchObject({ code: 0, result: '2 surnames, 2 given names\n' });
    const kept = await readFile(join(folder, 'workstation', 'names.csv'), 'utf8');
    expect(kept).toBe('COGNOME;NOME\nAlvisari;\nZubrenti;\n;Anna\n;Bruno\n');
    await writeFile(list, 'VIA\nVia Roma\n');
    const refused = await tabularium(folder, 'names', 'add', list);
    expect(refused).toMatchObject({ code: 1, notices: expect.stringContaining('COGNOME') });
  });
});
