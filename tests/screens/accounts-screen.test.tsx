import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId, secret } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('a forgotten password', () => {
  it('is replaced by an administrator, who types it twice', async () => {
    const { user, state } = openApp('#/accounts', 'Ada Moretti');
    await user.click(await screen.findByRole('button', { name: 'Nuova password per Bruno Sala' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Nuova password per Bruno Sala' }));
    await user.type(dialog.getByLabelText('Password'), 'tutt-altra-parola');
    await user.type(dialog.getByLabelText('Ripeti la password'), 'tutt-altra{Enter}');
    dialog.getByText('Le due password sono diverse.');
    expect(state.secrets.get(fixtureId(1, 2))).toBe(secret);
    await user.type(dialog.getByLabelText('Ripeti la password'), '-parola{Enter}');
    await screen.findByText('La password di Bruno Sala è cambiata.');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(state.secrets.get(fixtureId(1, 2))).toBe('tutt-altra-parola');
  });

  it('is no matter of anybody else, who is offered to change their own alone', async () => {
    openApp('#/accounts', 'Chiara Venturi');
    await screen.findByText('Gli utenti li crea un amministratore.');
    const buttons = within(screen.getByRole('main')).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['Cambia la tua password']);
  });
});

describe('a password of one’s own', () => {
  it('is changed by keyboard, with the present one and the new one twice', async () => {
    const { user, state } = openApp('#/accounts', 'Bruno Sala');
    const opener = await screen.findByRole('button', { name: 'Cambia la tua password' });
    opener.focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Cambia la tua password' }));
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('Password attuale')));
    await user.keyboard('{Enter}');
    dialog.getByText('Scrivi la password attuale.');
    await user.keyboard('indovina{Tab}tutt-altra-parola{Tab}tutt-altra-parola{Enter}');
    const alert = await dialog.findByRole('alert');
    expect(alert.textContent).toContain('La password attuale non è giusta.');
    expect(state.secrets.get(fixtureId(1, 2))).toBe(secret);
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('Password attuale')));
    await user.keyboard(`${secret}{Enter}`);
    expect((await screen.findByRole('status')).textContent).toBe('La tua password è cambiata.');
    expect(state.secrets.get(fixtureId(1, 2))).toBe('tutt-altra-parola');
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('is what an administrator changes in their own row, too', async () => {
    openApp('#/accounts', 'Ada Moretti');
    await screen.findByRole('button', { name: 'Cambia la tua password' });
    expect(screen.queryByRole('button', { name: 'Nuova password per Ada Moretti' })).toBeNull();
  });
});

describe('an account of somebody who left', () => {
  const names = () =>
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]?.textContent);

  it('is deactivated by an administrator, who is told what that means, and activated again', async () => {
    const { user, state } = openApp('#/accounts', 'Ada Moretti');
    const opener = await screen.findByRole('button', { name: 'Disattiva Bruno Sala' });
    opener.focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Disattiva Bruno Sala' }));
    dialog.getByText(/documenti che aveva in mano o assegnati tornano a tutti/);
    await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Annulla' })));
    await user.keyboard('{Tab}{Enter}');
    expect((await screen.findByRole('status')).textContent).toBe('Utente Bruno Sala disattivato.');
    expect(names()).toEqual([
      'Ada Moretti (tu)',
      'Chiara Venturi',
      'Dario Longhi',
      'Bruno Sala (disattivato)',
      'Elena Riva (disattivato)',
    ]);
    const again = screen.getByRole('button', { name: 'Riattiva Bruno Sala' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    await user.keyboard('{Enter}');
    await screen.findByText('Utente Bruno Sala riattivato: accede con la password che aveva.');
    expect(names()[1]).toBe('Bruno Sala');
    expect(state.accounts).toHaveLength(4);
  });

  it('is none that anybody deactivates themselves, and shown to all as deactivated', async () => {
    openApp('#/accounts', 'Ada Moretti');
    await screen.findByText(/disattivato/);
    expect(screen.queryByRole('button', { name: 'Disattiva Ada Moretti' })).toBeNull();
    cleanup();
    openApp('#/accounts', 'Dario Longhi');
    await screen.findByText(/disattivato/);
  });

  it('is not offered at the door, and puts who was at work out of it at once, with nothing left on the screen', async () => {
    const { state } = openApp(`#/batches/${fixtureId(2, 1)}`, 'Bruno Sala');
    await screen.findByRole('heading', { name: 'Documenti' });
    state.deactivated.push(...state.accounts.splice(1, 1));
    Object.assign(state, { current: null, putOut: true });
    for (const tell of state.presence) tell();
    await screen.findByRole('heading', { name: 'Scegli il tuo nome' });
    await waitFor(() => expect(screen.queryByRole('radio', { name: /Bruno Sala/ })).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Ada Moretti/ }).checked).toBe(true);
    expect(window.location.hash).toBe('#/batches');
    expect(screen.getByRole('alert').textContent).toContain('l’utente che era qui è stato disattivato');
  });
});

it('an administrator finds in the log what somebody did who left', async () => {
  openApp('#/audit', 'Ada Moretti');
  const people = await screen.findByLabelText('Chi');
  within(people).getByRole('option', { name: 'Elena Riva' });
});
