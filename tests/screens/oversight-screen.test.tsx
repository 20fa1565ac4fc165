import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

const openList = () => screen.findByRole('listbox', { name: 'Che cosa aspetta le persone' });

describe('the overview of the work', () => {
  it('is no section of a clerk’s window', async () => {
    openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('link', { name: 'Utenti' });
    expect(screen.queryByRole('link', { name: 'Andamento' })).toBeNull();
  });

  it('shows each chart with its table, and what waits the longest', async () => {
    openApp('#/oversight', 'Chiara Venturi');
    const chart = await screen.findByRole('img', { name: 'Conclusi nelle ultime 24 ore' });
    expect(chart.querySelectorAll('rect')).toHaveLength(24);
    const table = screen.getByRole('region', { name: 'Tabella: Conclusi nelle ultime 24 ore' });
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(24);
    const tile = screen.getByText('l’attesa più lunga').parentElement;
    expect(tile?.textContent).toContain('4 giorni');
  });

  it('lets a supervisor choose a threshold by what it would mean', async () => {
    const { state, user } = openApp('#/oversight', 'Chiara Venturi');
    const choice = await screen.findByLabelText('Accettato senza chiedere a nessuno da una sicurezza di');
    const use = screen.getByRole('button', { name: 'Usa questa soglia' });
    expect(use).toHaveProperty('disabled', true);
    await user.selectOptions(choice, '0,95: 12,9 chiesti su 100, 1,1 errori su 1000');
    await user.click(use);
    await waitFor(() => expect(state.threshold).toBe(0.95));
    await waitFor(() => expect(screen.getByText('È quella in vigore.')).toBeTruthy());
  });

  it('shows an auditor the curve without the choice', async () => {
    openApp('#/oversight', 'Dario Longhi');
    await screen.findByRole('img', { name: 'Che cosa cambierebbe con un’altra soglia' });
    expect(screen.queryByRole('button', { name: 'Usa questa soglia' })).toBeNull();
  });

  it('saves a table for a spreadsheet of the language', async () => {
    const { state, user } = openApp('#/oversight', 'Chiara Venturi');
    await user.click(await screen.findByRole('button', { name: 'Salva in CSV: Quanto costa un documento' }));
    await waitFor(() => expect(state.savedFiles).toHaveLength(1));
    expect(state.savedFiles[0]).toMatchObject({
      ...{ kind: 'table', name: 'tabularium-effort.csv' },
      text: expect.stringContaining('Dichiarazione di residenza;640;3,9;11;24,1\r\n'),
    });
  });

  it('arranges what waits by keyboard: urgent, assigned, postponed, taken over', async () => {
    const { state, user } = openApp('#/oversight', 'Chiara Venturi');
    const list = await openList();
    await waitFor(() => expect(document.activeElement).toBe(list));
    await user.keyboard('{ArrowDown}{F2}');
    await waitFor(() => expect([...state.urgent]).toEqual([fixtureId(11, 2)]));
    await user.keyboard('{F6}');
    const dialog = await screen.findByRole('dialog', { name: 'Assegna' });
    expect(within(dialog).getByLabelText('Chi fa il documento')).toHaveProperty('value', fixtureId(1, 2));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{ArrowUp}{F4}');
    const postpone = await screen.findByRole('dialog', { name: 'Rimanda' });
    await user.click(within(postpone).getByRole('button', { name: 'Rimanda' }));
    expect(within(postpone).getByText('Scrivi il motivo.')).toBeTruthy();
    expect(within(postpone).getByLabelText('Fino a quale giorno')).toHaveProperty('max', '9999-12-31');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('{F9}');
    await waitFor(() => expect(window.location.hash).toBe(`#/batches/${fixtureId(2, 1)}/verify/${fixtureId(11, 1)}`));
  });

  it('shows an auditor the figures, and nothing to arrange', async () => {
    openApp('#/oversight', 'Dario Longhi');
    await screen.findByRole('img', { name: 'Conclusi nelle ultime 24 ore' });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('lets a supervisor set how many sure fields of a form’s field are asked, and gives the rule back', async () => {
    const { user } = openApp('#/oversight', 'Chiara Venturi');
    const panel = await screen.findByRole('region', { name: 'Controllo a campione dei campi accettati' });
    await user.click(within(panel).getByRole('button', { name: 'Per un modulo o un campo' }));
    const dialog = await screen.findByRole('dialog', { name: 'Per un modulo o un campo' });
    await user.selectOptions(within(dialog).getByLabelText('Campo'), '/richiedente/cognome');
    const rate = within(dialog).getByLabelText('Quota di campi accettati chiesti comunque, in %');
    await user.clear(rate);
    await user.type(rate, 'molti{Enter}');
    expect(within(dialog).getByText(/^Scrivi un numero da 0 a 100/)).toBeTruthy();
    await user.clear(rate);
    await user.type(rate, '2,5{Enter}');
    const row = await within(panel).findByRole('row', { name: /^Dichiarazione di residenza · Cognome 2,5 % 1 %/ });
    await user.click(within(row).getByRole('button', { name: /^Cambia/ }));
    await user.click(await screen.findByRole('button', { name: 'Torna alla regola più ampia' }));
    await waitFor(() => expect(within(panel).queryByRole('row', { name: /Cognome/ })).toBeNull());
  });

  it('shows an auditor how fields are sampled, and no way to change it', async () => {
    openApp('#/oversight', 'Dario Longhi');
    const panel = await screen.findByRole('region', { name: 'Controllo a campione dei campi accettati' });
    expect(await within(panel).findByRole('row', { name: /^Archivio storico 2 % 1 %/ })).toBeTruthy();
    expect(within(panel).queryByRole('button')).toBeNull();
  });
});
