import type { Page } from '@playwright/test';

/** Invented people of the journey. */
export const people = {
  administrator: { name: 'Ada Moretti', secret: 'porta-di-carta' },
  clerk: { name: 'Bruno Sala', secret: 'inchiostro-blu' },
  supervisor: { name: 'Chiara Venturi', secret: 'secondo-sguardo' },
} as const;
export type Person = (typeof people)[keyof typeof people];

/** Makes the first account of the workstation, by keyboard. */
export async function createFirstAccount(window: Page, { name, secret }: Person): Promise<void> {
  await window.getByRole('heading', { name: 'Primo avvio' }).waitFor();
  await window.getByRole('textbox', { name: 'Nome e cognome' }).focus();
  await window.keyboard.type(name);
  for (let times = 0; times < 2; times += 1) {
    await window.keyboard.press('Tab');
    await window.keyboard.type(secret);
  }
  await window.keyboard.press('Enter');
}

/** Adds an account on the accounts screen. */
export async function addAccount(window: Page, { name, secret }: Person, role: string): Promise<void> {
  await window.getByLabel('Nome e cognome').fill(name);
  await window.getByLabel('Password', { exact: true }).fill(secret);
  await window.getByLabel('Ripeti la password').fill(secret);
  await window.getByRole('radio', { name: role }).check();
  await window.keyboard.press('Enter');
  await window.getByText(`Utente ${name} creato.`).waitFor();
}

/** Hands the workstation over to somebody else. */
export async function switchTo(window: Page, { name, secret }: Person): Promise<void> {
  await window.getByRole('button', { name: 'Cambia utente' }).click();
  await window.getByRole('radio', { name }).check();
  await window.getByLabel('Password').fill(secret);
  await window.keyboard.press('Enter');
  await window.getByText(name, { exact: true }).first().waitFor();
}
