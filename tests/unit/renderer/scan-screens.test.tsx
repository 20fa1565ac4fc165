// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixtureId } from '../../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batch = `#/batches/${fixtureId(2, 1)}`;

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('setting up a scan', () => {
  test('is one key away from the batches', async () => {
    const { user } = openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('link', { name: /Acquisisci una pila/ });
    await user.keyboard('{F2}');
    await screen.findByRole('heading', { name: 'Acquisisci una pila' });
  });

  test('takes the only scanner there is, and Enter starts', async () => {
    const { user } = openApp('#/scan', 'Bruno Sala');
    const start = await screen.findByRole('button', { name: /^Acquisisci ?Invio/ });
    await waitFor(() => expect(document.activeElement).toBe(start));
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: /Pausa/ });
  });

  test('says what is wrong with the number of sheets before anything is started', async () => {
    const { user } = openApp('#/scan', 'Bruno Sala');
    await user.type(await screen.findByRole('textbox', { name: /Fogli contati/ }), 'molti{Enter}');
    expect(screen.getByText(/numero intero di fogli/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Pausa/ })).toBeNull();
  });

  test('shows what a test page is like', async () => {
    const { user } = openApp('#/scan', 'Bruno Sala');
    const test = await screen.findByRole('button', { name: 'Acquisisci una pagina di prova' });
    await waitFor(() => expect(test).toHaveProperty('disabled', false));
    await user.click(test);
    await screen.findByText(/2480 × 3508 pixel/);
  });
});

describe('a scan', () => {
  test('asks before a pile leaves the desk that differs from the count', async () => {
    const { user } = openApp(`${batch}/scan`, 'Bruno Sala');
    await screen.findByRole('button', { name: /Pausa/ });
    await user.keyboard('{F4}');
    await screen.findByRole('alert');
    await user.keyboard('{F9}');
    const dialog = await screen.findByRole('dialog', { name: /davvero finita/ });
    expect(dialog.textContent).toContain('Mancano 7 fogli');
    await user.click(within(dialog).getByRole('button', { name: 'Concludi comunque' }));
    await screen.findByRole('link', { name: /un’altra pila/ });
  });

  test('is held and goes on under one key', async () => {
    const { user } = openApp(`${batch}/scan`, 'Bruno Sala');
    await screen.findByText('In acquisizione');
    await user.keyboard('{F2}');
    await screen.findByText('In pausa');
    await user.keyboard('{F2}');
    await screen.findByText('In acquisizione');
  });
});

describe('the pile', () => {
  test('counts its pages and documents and turns to the tray', async () => {
    const { user } = openApp(`${batch}/pile`, 'Bruno Sala');
    await screen.findByRole('button', { name: 'Pila: 15 pagine, 7 documenti' });
    await user.click(screen.getByRole('button', { name: /^Vassoio/ }));
    await screen.findByText('Il vassoio è vuoto');
  });

  test('undoes an edit and does it again', async () => {
    const { user } = openApp(`${batch}/pile`, 'Bruno Sala');
    await screen.findByRole('listbox', { name: 'Pagine' });
    await user.click(screen.getByRole('button', { name: /Nel vassoio/ }));
    await screen.findByRole('button', { name: /Pila: 14 pagine/ });
    await user.click(screen.getByRole('button', { name: /Annulla/ }));
    await screen.findByRole('button', { name: /Pila: 15 pagine/ });
  });
});
