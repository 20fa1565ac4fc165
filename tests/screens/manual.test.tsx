import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

const verify = `#/batches/${fixtureId(2, 1)}/verify/${fixtureId(11, 1)}`;

async function openManual(address: string) {
  const opened = openApp(address, 'Bruno Sala');
  await screen.findByRole('heading', { level: 1 });
  await opened.user.keyboard('{F1}');
  return { ...opened, manual: await screen.findByRole('dialog', { name: 'Manuale' }) };
}

describe('the manual', () => {
  test('opens over the screen at its chapter and leaves what was typed and the caret as they were', async () => {
    const { user } = openApp(verify, 'Bruno Sala');
    const field = await screen.findByRole('textbox', { name: 'Cognome' });
    await user.keyboard('{Escape}Bianchi');
    await user.keyboard('{F1}');
    const manual = await screen.findByRole('dialog', { name: 'Manuale' });
    expect(within(manual).getByRole('heading', { name: 'Verificare con un tasto' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field).toHaveProperty('value', 'Bianchi');
    expect(window.location.hash).toBe(verify);
  });

  test('shows keys as keys and pictures with their descriptions', async () => {
    const { manual } = await openManual(verify);
    expect(within(manual).getAllByText('F2')[0]?.tagName).toBe('KBD');
    expect(
      within(manual)
        .getByRole('img', { name: /La verifica/ })
        .getAttribute('src'),
    ).toMatch(/verify-it\.png/);
  });

  test('is searched, and what is found opens at its section', async () => {
    const { manual, user } = await openManual('#/batches');
    await user.type(
      within(manual).getByRole('searchbox', { name: 'Cerca nel manuale' }),
      'carattere di controllo non torna',
    );
    await user.click(await within(manual).findByRole('button', { name: /Quando un valore viola una regola/ }));
    const heading = within(manual).getByRole('heading', { name: 'Quando un valore viola una regola' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });

  test('leads from chapter to chapter', async () => {
    const { manual, user } = await openManual(verify);
    await user.click(within(manual).getByRole('button', { name: 'Quando qualcosa non va' }));
    const chapter = within(within(manual).getByRole('article'));
    await user.click(chapter.getByRole('button', { name: 'Tutti i messaggi' }));
    expect(within(manual).getByRole('heading', { name: 'Tutti i messaggi' })).toBeTruthy();
  });

  test('prints one chapter, or all of them', async () => {
    const { manual, user } = await openManual(verify);
    const chaptersAtPrint: number[] = [];
    window.print = vi.fn(() => chaptersAtPrint.push(within(manual).getAllByRole('article').length));
    await user.click(within(manual).getByRole('button', { name: 'Stampa il capitolo' }));
    await user.click(within(manual).getByRole('button', { name: 'Stampa tutto' }));
    expect(chaptersAtPrint[0]).toBe(1);
    expect(chaptersAtPrint[1]).toBeGreaterThan(10);
    expect(within(manual).getAllByRole('article')).toHaveLength(1);
  });
});
