import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FixtureState, fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batch = `#/batches/${fixtureId(2, 1)}`;
const auditor = 'Dario Longhi';

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('a batch with nothing left to verify', () => {
  const verified = ({ documents }: FixtureState): void => {
    for (const document of documents) if (document.state !== 'approved') document.state = 'verified';
  };

  it('leads a supervisor to approval', async () => {
    openApp(batch, 'Chiara Venturi', verified);
    expect((await screen.findByRole('link', { name: /^Approva/ })).dataset.variant).toBe('filled');
  });

  it('opens the next step with F2', async () => {
    const { user } = openApp(batch, 'Chiara Venturi', verified);
    await screen.findByRole('link', { name: /^Approva .*F2$/ });
    await user.keyboard('{F2}');
    await waitFor(() => expect(window.location.hash).toContain(`${batch}/approve`));
  });

  it('leads a clerk, who may neither approve nor deliver, nowhere, and shows both to look at', async () => {
    openApp(batch, 'Bruno Sala', verified);
    expect((await screen.findByRole('link', { name: /^Consegna/ })).dataset.variant).toBe('default');
    expect(screen.getByRole('link', { name: /^Approva/ }).dataset.variant).toBe('default');
  });
});

it('a clerk is told who delivers and adds destinations, and is offered neither', async () => {
  openApp(`${batch}/deliver`, 'Bruno Sala');
  await screen.findByText('Consegna un responsabile o un amministratore, che aggiunge anche le destinazioni.');
  expect(screen.queryByRole('button', { name: /^Consegna/ })).toBeNull();
  expect(screen.queryByText(/^Aggiungi il sistema/)).toBeNull();
});

describe('an auditor, who only looks,', () => {
  it('is offered no new batch and no practice', async () => {
    openApp('#/batches', auditor);
    await screen.findByRole('table');
    expect(screen.queryByRole('link', { name: /Scansione|Scansiona/ })).toBeNull();
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
  });

  it('is offered no delivery and no new destination', async () => {
    openApp(`${batch}/deliver`, auditor);
    await screen.findByRole('heading', { name: 'Consegna' });
    await screen.findByRole('region', { name: 'Destinazione' });
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull();
  });

  it('sees a document’s fields, and that they cannot be changed', async () => {
    openApp(`${batch}/verify`, auditor);
    expect(await screen.findByRole('textbox', { name: 'Cognome' })).toHaveProperty('readOnly', true);
  });
});
