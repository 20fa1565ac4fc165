import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('the audit log', () => {
  it('is shown to an auditor in words, who has it checked', async () => {
    const { user } = openApp('#/audit', 'Dario Longhi');
    const row = await screen.findByRole('row', { name: /^2 / });
    expect(row.textContent).toContain('Campo deciso');
    expect(row.textContent).toContain('documento 1, lotto «Residenze ottobre, scatola 4»');
    expect(row.textContent).toContain('campo: Cognome · parola: confermato');
    await user.click(screen.getByRole('button', { name: 'Controlla il registro' }));
    expect((await screen.findByRole('status')).textContent).toContain('2 eventi');
  });

  it('unfolds what the log has, which leads to all that is about the same thing', async () => {
    const { user } = openApp('#/audit', 'Dario Longhi');
    const row = await screen.findByRole('row', { name: /^2 / });
    const [folded] = within(row).getAllByRole('group');
    expect(folded).toHaveProperty('open', false);
    await user.click(within(row).getByText('Com’è nel registro'));
    expect(folded).toHaveProperty('open', true);
    within(row).getByText(/field\.decided/);
    within(row).getByText('{"pointer":"/richiedente/cognome","verdict":"confirm","despite":null}');
    await user.click(within(row).getByRole('button', { name: 'Mostra solo ciò che lo riguarda' }));
    expect(screen.getByRole('textbox', { name: 'Documento o altro' })).toHaveProperty('value', fixtureId(11, 1));
  });

  it('is no section of a clerk’s window', async () => {
    openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('link', { name: 'Utenti' });
    expect(screen.queryByRole('link', { name: 'Registro' })).toBeNull();
  });
});
