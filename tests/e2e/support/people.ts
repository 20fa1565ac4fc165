import type { Page } from '@playwright/test';

/** Invented people of the office. */
export const people = {
  administrator: { name: 'Ada Moretti', secret: 'porta-di-carta', role: 'administrator' },
  clerk: { name: 'Bruno Sala', secret: 'inchiostro-blu', role: 'clerk' },
  colleague: { name: 'Dario Conti', secret: 'penna-e-calamaio', role: 'clerk' },
  supervisor: { name: 'Chiara Venturi', secret: 'secondo-sguardo', role: 'supervisor' },
} as const;
export type Person = (typeof people)[keyof typeof people];
export type Credentials = Readonly<Record<'name' | 'secret', string>>;

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

/** Signs in on the sign-in screen with the keyboard alone: the arrows choose the name, Tab leads to the password. */
export async function enterByKeyboard(window: Page, { name, secret }: Credentials): Promise<void> {
  const own = window.getByRole('radio', { name });
  await own.waitFor();
  for (let others = await window.getByRole('radio').count(); others > 0 && !(await own.isChecked()); others -= 1) {
    await window.keyboard.press('ArrowDown');
  }
  await window.keyboard.press('Tab');
  await window.keyboard.type(secret);
  await window.keyboard.press('Enter');
  await window.locator('header').getByText(name, { exact: true }).waitFor();
}

/** Gives the window to somebody else with the keyboard alone. */
export async function switchByKeyboard(window: Page, person: Credentials): Promise<void> {
  await window.getByRole('button', { name: 'Cambia utente' }).press('Enter');
  await enterByKeyboard(window, person);
}

/** Opens a batch, wherever the person is, with the keyboard alone. */
export async function openBatch(window: Page, name: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Sezioni' }).getByRole('link', { name: 'Lotti' }).press('Enter');
  await window.getByRole('link', { name, exact: true }).press('Enter');
  await window.getByRole('heading', { name: 'Documenti', exact: true }).waitFor();
}

/** Opens a task of the batch on screen, such as `Verifica`, with the keyboard alone. */
export async function openTask(window: Page, task: 'Verifica' | 'Approva'): Promise<void> {
  await window.getByRole('link', { name: new RegExp(`^${task}( \\(|$)`) }).press('Enter');
}
