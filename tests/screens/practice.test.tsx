import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { strokesOf } from '../../renderer/screens/practice/notes.ts';
import { verifyKeys } from '../../renderer/screens/verify/keys.ts';
import { startFixturePractice } from '../fixtures/renderer/practice.ts';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
beforeEach(() => window.localStorage.clear());
afterEach(cleanup);

const pile = `#/batches/${fixtureId(2, 9)}`;

function openPractice(address: string) {
  return openApp(address, 'Bruno Sala', (state) => startFixturePractice(state, 'Esercitazione'));
}

describe('practice', () => {
  test('begins with one key from the batches, and is marked on every screen of it', async () => {
    const { user } = openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('link', { name: /scatola 4/ });
    await user.keyboard('{F6}');
    await waitFor(() => expect(window.location.hash).toBe(pile));
    expect(await screen.findByRole('complementary', { name: 'Esercitazione' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Approva/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /^Consegna/ })).toBeNull();
  });

  test('is not marked where it is real work', async () => {
    openApp(`#/batches/${fixtureId(2, 1)}`, 'Bruno Sala');
    await screen.findByRole('link', { name: /^Verifica \(/ });
    expect(screen.queryByRole('complementary', { name: 'Esercitazione' })).toBeNull();
  });

  test('explains why a field is asked the first time, and again when asked', async () => {
    const { user } = openPractice(`${pile}/verify/${fixtureId(19, 1)}`);
    const note = await screen.findByRole('complementary', { name: 'Perché questo campo' });
    expect(within(note).getByText('F2')).toBeTruthy();
    await user.click(within(note).getByRole('button', { name: 'Ho capito' }));
    expect(screen.queryByRole('complementary', { name: 'Perché questo campo' })).toBeNull();
    cleanup();
    openPractice(`${pile}/verify/${fixtureId(19, 1)}`);
    await user.click(await screen.findByRole('button', { name: 'Spiega' }));
    expect(screen.getByRole('complementary', { name: 'Perché questo campo' })).toBeTruthy();
  });

  test('ends with a score that shows what went wrong and what stands on the paper', async () => {
    openPractice(`${pile}/practice`);
    await screen.findByText('16 su 18');
    expect(screen.getByText('96 · minimo 61')).toBeTruthy();
    const mistakes = await screen.findByRole('region', { name: 'Che cosa è andato storto' });
    await within(mistakes).findByText('RSSMRA80A01H501V');
    expect(within(mistakes).getByText('(non si può leggere)')).toBeTruthy();
    expect(within(mistakes).getByText('Una macchia copre la scrittura.')).toBeTruthy();
  });

  test('is deleted, and tried again with a new pile', async () => {
    const { state, user } = openPractice(`${pile}/practice`);
    await user.click(await screen.findByRole('button', { name: 'Riprova con una nuova pila' }));
    await waitFor(() => expect(window.location.hash).toBe(pile));
    await user.click(await screen.findByRole('button', { name: 'Elimina' }));
    await waitFor(() => expect(window.location.hash).toBe('#/batches'));
    expect(state.batches.some(({ practice }) => practice)).toBe(false);
  });
});

test('every key that an explanation names is one of the screen', () => {
  const heard = verifyKeys.flatMap(({ strokes }) => strokes);
  for (const strokes of Object.values(strokesOf)) for (const stroke of strokes) expect(heard).toContain(stroke);
});
