import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);

const batchId = fixtureId(2, 1);

async function leaveDialog(user: ReturnType<typeof openApp>['user']): Promise<void> {
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('a dialog that is left', () => {
  test('leaves the pages of the pile in reach of the keys', async () => {
    const { user } = openApp(`#/batches/${batchId}/pile`, 'Bruno Sala');
    const pages = await screen.findByRole('listbox', { name: 'Pagine' });
    await waitFor(() => expect(document.activeElement).toBe(pages));
    for (const key of ['{F7}', '{F8}', 'g']) {
      await user.keyboard(key);
      await leaveDialog(user);
      await waitFor(() => expect(document.activeElement).toBe(pages));
    }
  });

  test('does not let the keys of the screen under it through', async () => {
    const { user } = openApp('#/batches', 'Bruno Sala');
    await screen.findByRole('button', { name: /^Nuovo lotto da file.*F4$/ });
    await user.keyboard('{F4}');
    await screen.findByRole('dialog', { name: 'Nuovo lotto' });
    await user.keyboard('{F2}');
    expect(window.location.hash).toBe('#/batches');
    await leaveDialog(user);
    await user.keyboard('{F1}');
    await screen.findByRole('dialog', { name: 'Manuale' });
    await user.keyboard('{F2}');
    expect(window.location.hash).toBe('#/batches');
  });

  test('gives the focus back to the button that opened it', async () => {
    const { user } = openApp('#/batches', 'Bruno Sala');
    const opener = await screen.findByRole('button', { name: /^Nuovo lotto da file/ });
    await user.click(opener);
    await leaveDialog(user);
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });
});
