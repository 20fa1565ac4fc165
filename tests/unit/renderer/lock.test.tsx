// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId, secret } from '../../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

const place = `#/batches/${fixtureId(2, 1)}/verify/${fixtureId(11, 1)}`;

describe('the cover of a locked window', () => {
  it('leaves the document and what was half typed as they were, until the right secret', async () => {
    const { user, state } = openApp(place, 'Bruno Sala');
    const editor = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Cognome' });
    await user.clear(editor);
    await user.type(editor, 'FERRANT');
    await user.click(screen.getByRole('button', { name: 'Blocca' }));
    await screen.findByRole('heading', { name: 'La finestra è bloccata' });
    await user.keyboard('{F2}');
    await user.type(screen.getByLabelText('Password'), 'sbagliata{Enter}');
    await screen.findByRole('alert');
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'La finestra è bloccata' })).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).value).toBe('FERRANT');
    expect(state.documents[0]?.fields[0]?.verification).toBeNull();
    expect(window.location.hash).toBe(place);
  });

  it('can be left to somebody else, and brings each person back to where they were', async () => {
    const { user } = openApp(place, 'Bruno Sala');
    await screen.findByRole('textbox', { name: 'Cognome' });
    await user.click(screen.getByRole('button', { name: 'Cambia utente' }));
    await user.click(await screen.findByRole('radio', { name: /Chiara Venturi/ }));
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await screen.findByRole('heading', { name: 'Lotti' });
    await user.click(screen.getByRole('button', { name: 'Cambia utente' }));
    await user.click(await screen.findByRole('radio', { name: /Bruno Sala/ }));
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await screen.findByRole('textbox', { name: 'Cognome' });
    expect(window.location.hash).toBe(place);
  });
});

describe('a document that a colleague has in hand', () => {
  it('is shown with who has it, cannot be changed, and can be taken over', async () => {
    const { user } = openApp(place, 'Chiara Venturi', (state) => {
      state.taken.set(fixtureId(11, 1), 'Bruno Sala');
    });
    await screen.findByText(/in mano a Bruno Sala/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).readOnly).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Prendi in carico' }));
    await waitFor(() => expect(screen.queryByText(/in mano a Bruno Sala/)).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).readOnly).toBe(false);
  });
});
