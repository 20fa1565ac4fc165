import type { Page } from '@playwright/test';

/** From the list of batches to the set-up of a scan. */
export async function openSetUp(window: Page): Promise<void> {
  await window.getByRole('heading', { name: 'Lotti' }).waitFor();
  await window.keyboard.press('F2');
  await window.getByRole('heading', { name: 'Acquisisci una pila' }).waitFor();
}

/** Chooses a scanner by its address, by keyboard. */
export async function enterAddress(window: Page, address: string): Promise<void> {
  await window.getByRole('button', { name: 'Indica l’indirizzo…' }).press('Enter');
  await window.getByRole('textbox', { name: 'Indirizzo' }).waitFor();
  await window.keyboard.type(address);
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').waitFor({ state: 'hidden' });
}
