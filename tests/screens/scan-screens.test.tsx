import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batch = `#/batches/${fixtureId(2, 1)}`;

/** The pile on screen, its pages in focus. */
async function openPile() {
  const app = openApp(`${batch}/pile`, 'Bruno Sala');
  const pages = await screen.findByRole('listbox', { name: 'Pagine' });
  await waitFor(() => expect(document.activeElement).toBe(pages));
  return app;
}

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

  test('says how the pile is cut, and wants the number of sheets where documents are counted off', async () => {
    const { user } = openApp('#/scan', 'Bruno Sala');
    const ways = await screen.findByRole('combobox', { name: 'Come si divide la pila in documenti' });
    expect(ways).toHaveProperty('value', 'forms');
    await user.selectOptions(ways, 'sheets');
    await user.type(screen.getByRole('textbox', { name: 'Fogli per documento' }), 'due{Enter}');
    expect(screen.getByText(/da 1 a 1000/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Pausa/ })).toBeNull();
  });

  test('prints separator sheets, after saying which line is no reference', async () => {
    const { user, state } = openApp('#/scan', 'Bruno Sala');
    const ways = await screen.findByRole('combobox', { name: 'Come si divide la pila in documenti' });
    await user.selectOptions(ways, 'separator-sheets');
    await user.click(screen.getByRole('button', { name: 'Stampa fogli separatori…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Fogli separatori da stampare' });
    const references = within(dialog).getByRole('textbox', { name: /Riferimenti archivistici/ });
    await user.click(references);
    await user.paste('2026/IV-3/112\n<no>');
    await user.click(within(dialog).getByRole('button', { name: /Salva il PDF/ }));
    expect(within(dialog).getByText(/La riga 2/)).toBeTruthy();
    expect(state.savedFiles).toEqual([]);
    await user.clear(references);
    await user.paste('2026/IV-3/112');
    await user.click(within(dialog).getByRole('button', { name: 'Salva il PDF (10 fogli)…' }));
    await within(dialog).findByText(/^Salvato/);
    expect(state.savedFiles).toMatchObject([{ kind: 'pdf', name: 'tabularium-default.pdf' }]);
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

  test('takes a corrected count of sheets', async () => {
    const { user } = openApp(`${batch}/scan`, 'Bruno Sala');
    await screen.findByText('di 10');
    await user.keyboard('{F6}');
    const dialog = await screen.findByRole('dialog', { name: /Quanti fogli/ });
    const count = within(dialog).getByRole('textbox', { name: /Fogli contati/ });
    await user.clear(count);
    await user.type(count, '12{Enter}');
    await screen.findByText('di 12');
  });

  test('is held and goes on under one key', async () => {
    const { user } = openApp(`${batch}/scan`, 'Bruno Sala');
    await screen.findByText('In acquisizione');
    await user.keyboard('{F2}');
    await screen.findByText('In pausa');
    await user.keyboard('{F2}');
    await screen.findByText('In acquisizione');
  });

  test('leaves its keys to the help that lies over it', async () => {
    const { user } = openApp(`${batch}/scan`, 'Bruno Sala');
    await screen.findByText('In acquisizione');
    await user.keyboard('{Shift>}{F1}{/Shift}');
    await screen.findByRole('dialog', { name: 'Tasti' });
    await user.keyboard('{F2}{F6}');
    expect(screen.getAllByRole('dialog')).toHaveLength(1);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText('In acquisizione')).toBeTruthy();
  });
});

describe('the pile', () => {
  test('counts its pages and documents and turns to the tray', async () => {
    const { user } = openApp(`${batch}/pile`, 'Bruno Sala');
    await screen.findByRole('button', { name: 'Pila: 15 pagine, 7 documenti' });
    await user.click(screen.getByRole('button', { name: /^Vassoio/ }));
    await screen.findByText('Il vassoio è vuoto');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Vassoio' })));
    await user.keyboard('{F6}');
    await screen.findByRole('listbox', { name: 'Pagine' });
  });

  test('lists its documents by their pages and goes to one', async () => {
    const { user } = await openPile();
    await user.keyboard('g');
    const dialog = await screen.findByRole('dialog', { name: /Vai a un documento/ });
    const list = await within(dialog).findByRole('list', { name: 'Documenti' });
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(7));
    await user.keyboard('15{Enter}');
    await screen.findByRole('img', { name: 'Pagina 15' });
  });

  test('goes to the next doubt, which is told at its page', async () => {
    const { user } = await openPile();
    await user.keyboard('{F3}');
    await screen.findByRole('img', { name: 'Pagina 6' });
    await screen.findByText(/Qui un modulo comincia di nuovo/);
  });

  test('shows what a page took the place of, and the page again', async () => {
    const { user } = await openPile();
    await user.keyboard('{ArrowRight>3/}');
    const versions = await screen.findByRole('list', { name: 'La pagina e ciò che ha sostituito' });
    expect(within(versions).getAllByRole('listitem')).toHaveLength(2);
    await user.keyboard('o');
    await screen.findByText(/Questa è l’immagine sostituita/);
    await user.keyboard('o');
    await waitFor(() => expect(screen.queryByText(/Questa è l’immagine sostituita/)).toBeNull());
  });

  test('is cut another way when a person chooses so', async () => {
    const { user } = openApp(`${batch}/pile`, 'Bruno Sala');
    await screen.findByText('Divisa: ai moduli riconosciuti');
    await user.click(screen.getByRole('button', { name: /Divisione…/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Dividi la pila' });
    await user.selectOptions(within(dialog).getByRole('combobox'), 'blank-pages');
    await user.click(within(dialog).getByRole('button', { name: 'Dividi così' }));
    await screen.findByText('Divisa: ai fogli bianchi');
  });

  test('tells what was undone and done again, not what lies before it', async () => {
    const { user } = await openPile();
    await user.keyboard('r');
    await screen.findByText('Modifica (rotate)');
    await user.keyboard('{Delete}');
    await screen.findByText('Modifica (to-tray)');
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Annullato: Modifica (to-tray)');
    await user.keyboard('{Control>}y{/Control}');
    await screen.findByText('Ripetuto: Modifica (to-tray)');
  });

  test('keeps what was refused on screen until the next thing is done', async () => {
    const { user } = await openPile();
    await user.keyboard('d');
    const refused = await screen.findByRole('alert');
    expect(refused.textContent).toContain('comincia già un documento');
    await user.keyboard('{ArrowRight}');
    await screen.findByRole('img', { name: 'Pagina 2' });
    expect(screen.queryByRole('alert')).toBe(refused);
    await user.keyboard('g');
    await screen.findByRole('dialog', { name: /Vai a un documento/ });
    expect(screen.queryByRole('alert', { hidden: true })).toBeNull();
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
