import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixtureId, secret } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batch = `#/batches/${fixtureId(2, 1)}`;

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('signing in', () => {
  test('makes the first account of the workstation as administrator', async () => {
    const { state, user } = openApp('', null, (empty) => empty.accounts.splice(0));
    await user.type(await screen.findByRole('textbox', { name: 'Nome e cognome' }), 'Ada Moretti');
    await user.type(screen.getByLabelText('Password'), 'lunghissima');
    await user.type(screen.getByLabelText('Ripeti la password'), 'lunghissima{Enter}');
    await screen.findByRole('heading', { name: 'Lotti' });
    expect(state.current).toMatchObject({ name: 'Ada Moretti', role: 'administrator' });
  });

  test('says what is wrong before anything is sent', async () => {
    const { state, user } = openApp('', null, (empty) => empty.accounts.splice(0));
    await user.type(await screen.findByRole('textbox', { name: 'Nome e cognome' }), 'Ada Moretti');
    await user.type(screen.getByLabelText('Password'), 'corta{Enter}');
    expect(screen.getByText('Servono almeno otto caratteri, oppure sei cifre.')).toBeTruthy();
    expect(state.accounts).toEqual([]);
  });

  test('tells a wrong password in the person’s language', async () => {
    const { user } = openApp('', null);
    await user.type(await screen.findByLabelText('Password'), 'sbagliata{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('non è giusta');
  });

  test('hides everything when the user is switched', async () => {
    const { user } = openApp('#/forms', 'Bruno Sala');
    await screen.findByRole('heading', { name: 'Moduli' });
    await user.click(screen.getByRole('button', { name: 'Cambia utente' }));
    await screen.findByRole('heading', { name: 'Scegli il tuo nome' });
    expect(screen.queryByText('Richiesta di accesso agli atti')).toBeNull();
    await user.click(screen.getByRole('radio', { name: /Chiara Venturi/ }));
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    expect(await screen.findByText('Chiara Venturi')).toBeTruthy();
  });
});

describe('a batch', () => {
  test('names refused files, doubles and quarantined pages with their reasons', async () => {
    openApp(batch, 'Bruno Sala');
    const panel = await screen.findByRole('region', { name: 'Richiede attenzione' });
    await waitFor(() => expect(panel.textContent).toContain('protetto da una parola'));
    expect(panel.textContent).toContain('già nel lotto');
    expect(await screen.findByRole('button', { name: 'Riprova: pagina 15' })).toBeTruthy();
  });

  test('names the documents that wait for their paper, with the reason, the page and the ways on', async () => {
    const { state, user } = openApp(batch, 'Bruno Sala');
    const panel = await screen.findByRole('region', { name: 'Richiede attenzione' });
    await waitFor(() => expect(panel.textContent).toContain('pagina 2: tagliata – Manca la riga della firma.'));
    expect(screen.getByRole('button', { name: 'Riacquisisci: documento 7' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Riacquisisci tutti/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Sostituisci con un file: documento 7' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Mostra nella pila: documento 7' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Verifica comunque: documento 7' }));
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 7)}`));
    expect(state.documents[6]?.state).toBe('verifying');
  });

  test('has the sheets of all documents that wait for their paper taken at once', async () => {
    const { user } = openApp(batch, 'Bruno Sala', (state) => {
      state.documents.splice(0, 1, ...state.documents.slice(0, 1).map((one) => ({ ...one, state: 'rescan' as const })));
    });
    await user.click(await screen.findByRole('button', { name: 'Riacquisisci tutti, in quest’ordine' }));
    expect(await screen.findByText(/^Pagina presa/)).toBeTruthy();
  });

  test('is looked at by an auditor without the ways on', async () => {
    openApp(batch, 'Dario Longhi');
    const panel = await screen.findByRole('region', { name: 'Richiede attenzione' });
    await waitFor(() => expect(panel.textContent).toContain('pagina 2: tagliata'));
    expect(within(panel).queryAllByRole('button')).toEqual([]);
  });

  test('is made of a chosen folder, under the folder’s name, with three keys', async () => {
    const { state, user } = openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('table');
    await user.keyboard('{F4}');
    const choose = await screen.findByRole('button', { name: 'Scegli cartella…' });
    await waitFor(() => expect(document.activeElement).toBe(choose));
    await user.keyboard('{Enter}');
    const name = screen.getByRole('textbox', { name: 'Nome' });
    await waitFor(() => expect(name).toHaveProperty('value', 'scatola-5'));
    expect(document.activeElement).toBe(name);
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'scatola-5' });
    expect(state.batches.map(({ name }) => name)).toContain('scatola-5');
  });
});

test('a batch is found by words and by what it waits for, and the list tells how many are shown', async () => {
  const { user } = openApp('#/batches', 'Bruno Sala');
  const table = await screen.findByRole('table');
  const names = () =>
    within(screen.getByRole('table'))
      .queryAllByRole('link')
      .map(({ textContent }) => textContent);
  const all = names();
  expect(all.length).toBeGreaterThan(1);
  await user.keyboard('{F3}');
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Cerca un lotto' }));
  await user.keyboard('SALA settèmbre');
  expect(names()).toEqual(['Residenze settembre, scatola 3']);
  expect(screen.getByText(`1 di ${all.length} lotti`)).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Stato' }), 'Da verificare');
  expect(table.isConnected).toBe(false);
  expect(screen.getByText('Nessun lotto trovato')).toBeTruthy();
  const search = screen.getByRole('searchbox', { name: 'Cerca un lotto' });
  await user.type(search, '{Enter}');
  expect(window.location.hash).toBe('#/batches');
  await user.clear(search);
  expect(names()).toEqual(['Residenze ottobre, scatola 4']);
  await user.type(search, '{Enter}');
  await screen.findByRole('heading', { name: 'Residenze ottobre, scatola 4' });
});

test('what is looked for among the batches is kept for the same person, and for nobody else', async () => {
  const { user } = openApp('#/batches', 'Bruno Sala');
  const search = () => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Cerca un lotto' });
  const stage = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Stato' });
  await user.type(await search(), 'settembre');
  await user.selectOptions(stage(), 'Consegnato');
  await user.click(screen.getByRole('link', { name: 'Residenze settembre, scatola 3' }));
  await screen.findByRole('heading', { name: 'Documenti' });
  await user.click(within(screen.getByRole('navigation', { name: 'Sezioni' })).getByRole('link', { name: 'Lotti' }));
  expect((await search()).value).toBe('settembre');
  expect(stage().selectedOptions[0]?.textContent).toBe('Consegnato');
  await user.click(screen.getByRole('button', { name: 'Cambia utente' }));
  await user.click(await screen.findByRole('radio', { name: /Chiara Venturi/ }));
  await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
  expect((await search()).value).toBe('');
  expect(stage().value).toBe('');
});

test('a new batch is expected to be what the newest one is', async () => {
  const { user } = openApp('#/batches', 'Bruno Sala', ({ batches }) => {
    const [first] = batches;
    if (first !== undefined) batches[0] = { ...first, profileId: 'archive', createdAt: '2026-10-30T08:00:00.000Z' };
  });
  await screen.findByRole('table');
  await user.keyboard('{F4}');
  expect(await screen.findByRole('combobox', { name: 'Profilo' })).toHaveProperty('value', 'archive');
});

describe('a document of which the machine could not make more', () => {
  test('says why where it is worked on', async () => {
    const message = { it: 'La pagina non combacia con il modulo.', en: 'The page does not lie on the form.' };
    openApp(`${batch}/verify/${fixtureId(11, 1)}`, 'Bruno Sala', (state) => {
      const [first] = state.documents;
      if (first !== undefined) state.documents[0] = { ...first, cause: { code: 'not-aligned', message } };
    });
    expect(await screen.findByText(message.it)).toBeTruthy();
  });
});

describe('approval', () => {
  test('shows whose word each value is, and goes on to the next document', async () => {
    const { state, user } = openApp(`${batch}/approve`, 'Chiara Venturi');
    const table = await screen.findByRole('table', { name: 'Dati del documento' });
    expect(table.textContent).toContain('Bruno Sala');
    expect(table.textContent).toContain('letto dalla macchina');
    await user.keyboard('{F9}');
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/approve/${fixtureId(11, 5)}`));
    expect(state.documents[3]?.state).toBe('approved');
  });

  test('hears the arrows at once, of the next document too', async () => {
    const { user } = openApp(`${batch}/approve`, 'Chiara Venturi');
    const field = (name: string) => screen.findByRole('button', { name });
    await waitFor(async () => expect(document.activeElement).toBe(await field('Cognome')));
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(await field('Nome'));
    await user.keyboard('{F9}');
    await screen.findByText(/^Documento 5/);
    await waitFor(async () => expect(document.activeElement).toBe(await field('Cognome')));
  });

  test('sends back only with a reason', async () => {
    const { state, user } = openApp(`${batch}/approve`, 'Chiara Venturi');
    await screen.findByRole('table', { name: 'Dati del documento' });
    await user.keyboard('{F7}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Motivo' })));
    await user.keyboard('{Enter}');
    expect(screen.getByText('Scrivi il motivo.')).toBeTruthy();
    await user.keyboard('La data non torna.{Enter}');
    await waitFor(() => expect(state.documents[3]).toMatchObject({ state: 'verifying', note: 'La data non torna.' }));
  });

  test('sends back what is approved and did not get through', async () => {
    const { state, user } = openApp(`${batch}/deliver`, 'Chiara Venturi', ({ deliveries, documents }) => {
      const documentId = documents.find(({ state: at }) => at === 'approved')?.id ?? '';
      const message = { it: 'La destinazione rifiuta il documento.', en: 'The destination refuses the document.' };
      const failed = { state: 'failed', progress: 0, problem: { message, retryable: false }, receipt: null } as const;
      deliveries.set(fixtureId(2, 1), [{ id: fixtureId(300, 1), documentId, destinationId: 'comune', ...failed }]);
    });
    await user.click(await screen.findByRole('link', { name: 'Apri il documento 6: Dichiarazione di residenza' }));
    await screen.findByRole('table', { name: 'Dati del documento' });
    expect(screen.queryByRole('button', { name: /^Approva/ })).toBeNull();
    await user.keyboard('{F7}');
    await user.type(await screen.findByRole('textbox', { name: 'Motivo' }), 'Manca la data.');
    await user.click(screen.getByRole('button', { name: 'Rinvia' }));
    await waitFor(() => expect(state.documents[5]).toMatchObject({ state: 'verifying', note: 'Manca la data.' }));
  });

  test('tells a clerk in one sentence who approves, whatever key is pressed', async () => {
    const { state, user } = openApp(`${batch}/approve/${fixtureId(11, 4)}`, 'Bruno Sala');
    const notice = await screen.findByText('Per approvare serve un responsabile.');
    await user.keyboard('{F9}{F7}');
    expect(notice.isConnected).toBe(true);
    expect(screen.queryByText(/un’altra persona/)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(state.documents[3]?.state).toBe('verified');
  });

  test('of one’s own work is refused with the reason', async () => {
    const { state, user } = openApp(
      `${batch}/approve/${fixtureId(11, 4)}`,
      'Chiara Venturi',
      ({ current, documents }) => {
        const [, , , document] = documents;
        if (document === undefined || current === null) return;
        documents[3] = { ...document, verifiedBy: { id: current.id, name: current.name } };
      },
    );
    expect(await screen.findByText(/deve approvarlo un’altra persona/)).toBeTruthy();
    await user.keyboard('{F9}');
    expect((await screen.findByRole('alert')).textContent).toContain('un’altra persona');
    expect(state.documents[3]?.state).toBe('verified');
  });
});

describe('delivery', () => {
  test('goes to a destination added on the spot and shows the receipt', async () => {
    const { user } = openApp(`${batch}/deliver`, 'Chiara Venturi');
    await user.click(await screen.findByRole('button', { name: 'Aggiungi destinazione' }));
    await user.type(await screen.findByRole('textbox', { name: 'Nome' }), 'Protocollo');
    await user.type(screen.getByRole('textbox', { name: 'Indirizzo' }), 'http://127.0.0.1:8700');
    await user.type(screen.getByLabelText('Chiave di accesso'), 'gettone{F9}{Enter}');
    await screen.findByRole('radio', { name: /Protocollo/ });
    expect(screen.queryByText('Protocollo 2026/0004420')).toBeNull();
    screen.getByRole('button', { name: /^Consegna 1 documento approvato/ });
    await user.keyboard('{F9}');
    expect(await screen.findByText('Protocollo 2026/0004420')).toBeTruthy();
  });

  test('has the chosen destination put right, and lets no new one take its place', async () => {
    const { user, state } = openApp(`${batch}/deliver`, 'Chiara Venturi', ({ destinations }) => {
      destinations.push({ id: 'protocollo', title: 'Protocollo', url: 'http://127.0.0.1:8700', hasToken: true });
    });
    await user.click(await screen.findByRole('button', { name: 'Aggiungi destinazione' }));
    await user.type(await screen.findByRole('textbox', { name: 'Nome' }), 'Protocollo');
    await user.type(screen.getByRole('textbox', { name: 'Indirizzo' }), 'https://altrove.example');
    await user.type(screen.getByLabelText('Chiave di accesso'), 'gettone{Enter}');
    await screen.findByText(/ha già questa sigla/);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Sigla' }));
    await user.keyboard('{Escape}');

    await user.click(screen.getByRole('button', { name: 'Correggi destinazione' }));
    const token = await screen.findByLabelText('Chiave di accesso');
    await waitFor(() => expect(document.activeElement).toBe(token));
    expect(screen.getByRole('textbox', { name: 'Sigla' })).toHaveProperty('readOnly', true);
    const address = screen.getByRole('textbox', { name: 'Indirizzo' });
    expect(address).toHaveProperty('value', 'http://127.0.0.1:8700');
    await user.type(token, 'gettone nuovo');
    await user.clear(address);
    await user.type(address, 'https://protocollo.example{Enter}');
    await screen.findByRole('radio', { name: /protocollo\.example/ });
    expect(state.destinations).toMatchObject([{ id: 'protocollo', url: 'https://protocollo.example' }]);
  });

  test('counts no document that is on its way as one to send', async () => {
    openApp(`${batch}/deliver`, 'Chiara Venturi', ({ deliveries, destinations, documents }) => {
      destinations.push({ id: 'comune', title: 'Protocollo', url: 'http://127.0.0.1:8700', hasToken: true });
      const documentId = documents.find(({ state }) => state === 'approved')?.id ?? '';
      const still = { state: 'sending', progress: 0.5, problem: null, receipt: null } as const;
      deliveries.set(fixtureId(2, 1), [{ id: fixtureId(300, 1), documentId, destinationId: 'comune', ...still }]);
    });
    await screen.findByText('in invio');
    const button = screen.getByRole('button', { name: /^Consegna i documenti approvati/ });
    expect(button).toHaveProperty('disabled', true);
  });
});
