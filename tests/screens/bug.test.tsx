import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Opens the audit log, of which no date can be written until this is undone. */
function openBroken() {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const dates = Intl.DateTimeFormat.prototype;
  const sound = Object.getOwnPropertyDescriptor(dates, 'format') ?? {};
  Object.defineProperty(dates, 'format', {
    configurable: true,
    get() {
      throw new Error('a bug');
    },
  });
  const mend = () => void Object.defineProperty(dates, 'format', sound);
  onTestFinished(mend);
  return { ...openApp('#/audit', 'Dario Longhi'), told, mend };
}

describe('a bug of a screen', () => {
  it('is told in its place, leaves the rest of the window, and ends when the screen is opened again', async () => {
    const { user, told, mend } = openBroken();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('errore del programma');
    expect(told.mock.calls.flat().map(String)).toContainEqual(expect.stringContaining('a bug'));
    screen.getByRole('link', { name: 'Registro' });
    mend();
    await user.click(screen.getByRole('button', { name: 'Riapri' }));
    await screen.findByRole('row', { name: /^2 / });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is left behind by going to another one', async () => {
    const { user, mend } = openBroken();
    await screen.findByRole('alert');
    mend();
    await user.click(screen.getByRole('link', { name: 'Lotti' }));
    await screen.findByRole('heading', { name: 'Lotti' });
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
