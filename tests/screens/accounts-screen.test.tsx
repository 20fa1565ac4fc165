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

  it('is no matter of anybody else', async () => {
    openApp('#/accounts', 'Chiara Venturi');
    await screen.findByText('Gli utenti li crea un amministratore.');
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
  });
});
