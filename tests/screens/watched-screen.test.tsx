import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureState } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

const supervisor = 'Chiara Venturi';
const clerk = 'Bruno Sala';
const rowOf = async (name: string) => {
  const cell = await screen.findByText(name);
  const row = cell.closest('tr');
  if (row === null) throw new Error(`${name} is in no row`);
  return within(row);
};
const none = (state: FixtureState) => void state.watchedFolders.splice(0);

describe('the watched folders', () => {
  it('are shown each with how it is, what came last and what to do where it is not well', async () => {
    openApp('#/watched', clerk);
    const copier = await rowOf('fotocopiatrice-anagrafe');
    expect(copier.getByText('27 oggi')).toBeTruthy();
    expect(copier.getByText('1 file in attesa')).toBeTruthy();
    expect(copier.getByText(/File: scan_0412\.pdf/)).toBeTruthy();
    const batch = copier.getByRole('link', { name: 'Residenze ottobre, scatola 4' });
    expect(batch.getAttribute('href')).toMatch(/^#\/batches\//);
    const away = await rowOf('tributi');
    expect(away.getByText('Ferma')).toBeTruthy();
    expect(away.getByText(/Verificare che il computer o il disco di rete/)).toBeTruthy();
    expect((await rowOf('prove')).getByText('In pausa')).toBeTruthy();
  });

  it('are only looked at by a clerk, who is told who adds them', async () => {
    const { state, user } = openApp('#/watched', clerk);
    await rowOf('prove');
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
    await user.keyboard('{F4}');
    expect(screen.queryByRole('dialog')).toBeNull();
    cleanup();
    none(state);
    openApp('#/watched', clerk, none);
    expect(await screen.findByText('Le aggiunge un responsabile o un amministratore.')).toBeTruthy();
  });

  it('are paused and resumed with one button, which keeps the focus', async () => {
    const { state, user } = openApp('#/watched', supervisor);
    const row = await rowOf('fotocopiatrice-anagrafe');
    row.getByRole('button', { name: /^Metti in pausa/ }).focus();
    await user.keyboard('{Enter}');
    const resume = await row.findByRole('button', { name: 'Riprendi: fotocopiatrice-anagrafe' });
    expect(document.activeElement).toBe(resume);
    expect(row.getByText('In pausa')).toBeTruthy();
    await user.keyboard('{Enter}');
    await row.findByText('Osservata');
    expect(state.watchedFolders[0]?.paused).toBe(false);
  });

  it('are removed after a word on what that means; the focus then goes to adding one', async () => {
    const { state, user } = openApp('#/watched', supervisor);
    const row = await rowOf('prove');
    row.getByRole('button', { name: 'Togli: prove' }).focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Togliere «prove»?' }));
    expect(dialog.getByText(/I lotti già fatti restano/)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Togli la cartella' }));
    await screen.findByText('La cartella «prove» non è più osservata.');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Aggiungi una cartella/));
    expect(state.watchedFolders.map(({ path }) => path)).not.toContain('/mnt/ufficio/prove');
  });

  it('are followed: what changes at the station is on screen by itself', async () => {
    const { state } = openApp('#/watched', clerk);
    const row = await rowOf('tributi');
    const [, away] = state.watchedFolders;
    if (away === undefined) throw new Error('there is no second folder');
    state.watchedFolders[1] = { ...away, trouble: null, takenToday: 2 };
    for (const tell of [...state.folderListeners]) tell();
    await row.findByText('2 oggi');
    expect(row.getByText('Osservata')).toBeTruthy();
    expect(screen.getByText('Da «tributi» si prende di nuovo.')).toBeTruthy();
  });
});

describe('adding a watched folder', () => {
  it('tells what lies in it already, and then takes one Enter', async () => {
    const { state, user } = openApp('#/watched', supervisor, none);
    await screen.findByText('Nessuna cartella osservata');
    await user.keyboard('{F4}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Aggiungi una cartella' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Scegli cartella…'));
    await user.keyboard('{Enter}');
    expect(await dialog.findByText('La cartella contiene già 3 file: saranno presi subito, tutti.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Osserva'));
    await user.click(dialog.getByRole('radio', { name: /^Ogni giorno/ }));
    await user.click(dialog.getByRole('button', { name: 'Osserva' }));
    await screen.findByText('La cartella «scatola-5» è osservata.');
    expect(state.watchedFolders).toMatchObject([
      { path: '/home/ufficio/scansioni/scatola-5', profileId: 'default', batching: 'day', addedBy: supervisor },
    ]);
    expect((await rowOf('scatola-5')).getByText('uno al giorno')).toBeTruthy();
  });

  it('asks for a folder, and tells at once why one is refused', async () => {
    const { state, user } = openApp('#/watched', supervisor);
    await rowOf('prove');
    const [first] = state.watchedFolders;
    if (first === undefined) throw new Error('there is no folder');
    state.watchedFolders[0] = { ...first, path: '/home/ufficio/scansioni/scatola-5' };
    await user.keyboard('{F4}');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Osserva' }));
    expect(dialog.getByRole('alert').textContent).toBe('Scegli la cartella.');
    await user.click(dialog.getByRole('button', { name: 'Scegli cartella…' }));
    expect((await dialog.findByText(/già osservata/)).closest('[role="alert"]')).toBeTruthy();
    expect(dialog.queryByText(/saranno presi subito/)).toBeNull();
  });
});

describe('on the list of batches', () => {
  it('F7 leads to the watched folders', async () => {
    const { user } = openApp('#/batches', clerk);
    await screen.findByRole('table');
    await user.keyboard('{F7}');
    await screen.findByRole('heading', { name: 'Cartelle osservate' });
    await waitFor(() => expect(window.location.hash).toBe('#/watched'));
  });

  it('a folder that cannot be reached is told, and nothing where all is well', async () => {
    openApp('#/batches', clerk);
    await screen.findByText(/^«tributi»: La cartella di rete non è raggiungibile/);
    cleanup();
    openApp('#/batches', clerk, none);
    await screen.findByRole('table');
    expect(screen.queryByText(/non è raggiungibile/)).toBeNull();
  });

  it('a full disk of the workstation is told, from which no folder is taken', async () => {
    openApp('#/batches', clerk, ({ watchedFolders }) => {
      const [folder] = watchedFolders;
      if (folder === undefined) throw new Error('there is no folder');
      const message = { it: 'Il disco è pieno.', en: 'The disk is full.' };
      watchedFolders.splice(0, Infinity, {
        ...folder,
        waiting: [{ code: 'disk-full', message, count: 1, names: ['a.pdf'] }],
      });
    });
    await screen.findByText('«fotocopiatrice-anagrafe»: Il disco è pieno.');
  });

  it('a batch that came by itself is said to be the workstation’s', async () => {
    openApp('#/batches', clerk, ({ batches }) => {
      const [batch] = batches;
      if (batch !== undefined) batches[0] = { ...batch, createdBy: 'station' };
    });
    expect(await screen.findByText('dalla postazione')).toBeTruthy();
  });
});
