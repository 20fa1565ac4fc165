import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installBrowserParts, openApp } from './harness.tsx';

const administrator = 'Ada Moretti';
const clerk = 'Bruno Sala';

beforeAll(installBrowserParts);
afterEach(cleanup);

async function openDialog() {
  const { user, state } = openApp('#/forms', administrator);
  await screen.findByRole('button', { name: /^Aggiungi un modulo.*F4$/ });
  await user.keyboard('{F4}');
  return {
    user,
    savedFiles: state.savedFiles,
    dialog: within(await screen.findByRole('dialog', { name: 'Aggiungi un modulo' })),
  };
}

describe('the forms', () => {
  test('tell a clerk whether a paper can be read, and offer nothing to change', async () => {
    openApp('#/forms', clerk);
    const row = (await screen.findByText('Dichiarazione di residenza')).closest('tr');
    expect(row?.textContent).toContain('42 campi');
    expect(row?.textContent).toContain('31 testi, 3 date, 4 scelte, 2 caselle, 1 firma, 1 tabella');
    expect(row?.textContent).toContain('1.204');
    await screen.findByText('412 vie');
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
    screen.getByText('Moduli ed elenchi li aggiunge un amministratore.');
  });

  test('are retired after a word of what that means, and taken back', async () => {
    const { user } = openApp('#/forms', administrator);
    const name = 'Dichiarazione di residenza, versione 1.0.0';
    await user.click(await screen.findByRole('button', { name: `Ritira ${name}` }));
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText(/I documenti letti con esso e i lotti già iniziati lo conservano/);
    await user.click(dialog.getByRole('button', { name: 'Ritira il modulo' }));
    const restore = await screen.findByRole('button', { name: `Rimetti in uso ${name}` });
    await waitFor(() => expect(document.activeElement).toBe(restore));
    expect(screen.getByRole('status').textContent).toBe(`${name}, è ritirato.`);
    await user.keyboard('{Enter}');
    await screen.findByRole('button', { name: `Ritira ${name}` });
    expect(screen.getByRole('status').textContent).toBe(`${name}, è di nuovo riconosciuto.`);
  });
});

describe('a form package', () => {
  test('is shown as it would be, and taken in with Enter', async () => {
    const { user, dialog } = await openDialog();
    await user.keyboard('{Enter}');
    const take = await dialog.findByRole('button', { name: 'Installa questo modulo' });
    await waitFor(() => expect(document.activeElement).toBe(take));
    dialog.getByRole('heading', { name: 'Richiesta di chiavi' });
    dialog.getByRole('img', { name: 'La prima pagina vuota di Richiesta di chiavi' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('status').textContent).toContain('Richiesta di chiavi, versione 1.0.0, è installato.');
    expect(screen.getAllByRole('row').at(-1)?.textContent).toContain('Richiesta di chiavi');
  });

  test('with faults is told fault by fault, to be saved for whoever drew it, and cannot be taken in', async () => {
    const { user, dialog, savedFiles } = await openDialog();
    await user.click(dialog.getByRole('button', { name: 'Scegli uno zip…' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Il pacchetto ha 1 errore');
    dialog.getByText('form.json#/version');
    expect(dialog.queryByRole('button', { name: 'Installa questo modulo' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Salva l’elenco' }));
    await dialog.findByText('L’elenco è salvato.');
    expect(savedFiles).toMatchObject([
      { kind: 'table', text: expect.stringContaining('"servono tre numeri, come 1.0.0"') },
    ]);
  });
});

test('a list of the municipality’s is replaced, and what came in is told', async () => {
  const { user } = openApp('#/forms', administrator);
  await user.click(await screen.findByRole('button', { name: 'Sostituisci lo stradario…' }));
  expect((await screen.findByRole('status')).textContent).toBe('L’elenco è preso: 430 vie. Si usa da ora in poi.');
  await user.click(screen.getByRole('button', { name: 'Aggiungi i nomi…' }));
  await screen.findByText('2.310 cognomi, 640 nomi');
});
