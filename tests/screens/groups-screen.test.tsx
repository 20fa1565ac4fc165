import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addGroup, addGroups, groupedPointer } from '../fixtures/renderer/groups.ts';
import type { FixtureState } from '../fixtures/renderer/state.ts';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batchId = fixtureId(2, 1);

beforeAll(installBrowserParts);
afterEach(cleanup);

function isOpen(state: FixtureState, position: number): boolean | undefined {
  return state.documents[position]?.fields.find(({ pointer }) => pointer === groupedPointer)?.open;
}

describe('the wall of snippets', () => {
  test('confirms with one key all but those marked out', async () => {
    const { state, user } = openApp(`#/batches/${batchId}/groups`, 'Bruno Sala', addGroup);
    const wall = await screen.findByRole('listbox');
    expect(document.activeElement).toBe(wall);
    expect(within(wall).getAllByRole('option')).toHaveLength(3);
    await user.keyboard('{ArrowRight} ');
    const [, second] = within(wall).getAllByRole('option');
    expect(second?.getAttribute('aria-selected')).toBe('false');
    expect(second?.textContent).toContain('scartato');
    expect(screen.getByRole('button', { name: /^Conferma 2/ })).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect([0, 1, 2].map((position) => isOpen(state, position))).toEqual([false, true, false]));
    await screen.findByText('2 campi confermati.');
    await screen.findByText('Nulla da verificare in gruppo');
  });

  test('takes a mark back with the same key, and says what the wall holds', async () => {
    const { user } = openApp(`#/batches/${batchId}/groups`, 'Bruno Sala', addGroup);
    await screen.findByRole('listbox', { name: 'Ritagli letti come Cognome: FERRANTINI' });
    await user.keyboard('  ');
    expect(screen.getByRole('button', { name: /^Conferma 3/ })).toBeTruthy();
    expect(screen.getByRole('option', { name: 'Documento 1, Cognome', selected: true })).toBeTruthy();
  });
});

describe('the groups', () => {
  test('are gone through by keyboard, and after one that is done the next has its turn', async () => {
    const { user } = openApp(`#/batches/${batchId}/groups`, 'Bruno Sala', (state) =>
      addGroups(state, ['PRIMO', 'SECONDO', 'TERZO']),
    );
    const wall = (value: string) => screen.findByRole('listbox', { name: `Ritagli letti come Cognome: ${value}` });
    await wall('PRIMO');
    await user.keyboard('{Control>}{PageUp}{PageDown}{/Control}');
    expect(document.activeElement).toBe(await wall('SECONDO'));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await wall('TERZO'));
    await user.keyboard('{Control>}{PageUp}{/Control}');
    expect(document.activeElement).toBe(await wall('PRIMO'));
  });
});

describe('how a person wants the screens', () => {
  test('takes effect at once and is kept', async () => {
    const { state, user } = openApp(`#/batches/${batchId}/verify`, 'Bruno Sala');
    await user.click(await screen.findByRole('button', { name: 'Aspetto' }));
    const text = await screen.findByRole('group', { name: 'Grandezza del testo' });
    await user.click(within(text).getByRole('radio', { name: '130 %' }));
    await waitFor(() => expect(document.documentElement.style.fontSize).toBe('130%'));
    await user.click(screen.getByRole('radio', { name: 'alto' }));
    await waitFor(() => expect(document.documentElement.dataset.contrast).toBe('high'));
    expect(state.preferences).toEqual({ textPercent: 130, snippetPercent: 100, contrast: 'high' });
  });

  test('the picture of the field grows with its size, and is as large when the window is opened again', async () => {
    const { state, user } = openApp(`#/batches/${batchId}/verify`, 'Bruno Sala');
    const place = () => screen.findByRole('region', { name: 'Il campo sulla pagina' });
    expect((await place()).style.getPropertyValue('--snippet')).toBe('1');
    await user.click(await screen.findByRole('button', { name: 'Aspetto' }));
    const sizes = await screen.findByRole('group', { name: 'Grandezza dell’immagine del campo' });
    await user.click(within(sizes).getByRole('radio', { name: '200 %' }));
    await waitFor(() => expect(state.preferences.snippetPercent).toBe(200));
    cleanup();
    openApp(`#/batches/${batchId}/verify`, 'Bruno Sala', (opened) => {
      opened.preferences = state.preferences;
    });
    await waitFor(async () => expect((await place()).style.getPropertyValue('--snippet')).toBe('2'));
  });
});
