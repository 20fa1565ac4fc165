import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

describe('the audit log', () => {
  it('is shown to an auditor, who has it checked', async () => {
    const { user } = openApp('#/audit', 'Dario Longhi');
    await screen.findByText('field.decided');
    await user.click(screen.getByRole('button', { name: 'Controlla il registro' }));
    expect((await screen.findByRole('status')).textContent).toContain('2 eventi');
  });

  it('is no section of a clerk’s window', async () => {
    openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('link', { name: 'Utenti' });
    expect(screen.queryByRole('link', { name: 'Registro' })).toBeNull();
  });
});
