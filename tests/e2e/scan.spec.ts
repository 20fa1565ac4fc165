import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startMockScanner } from '../fixtures/scanners/escl/mock-scanner.ts';
import { test, expect as usualExpect } from './fixtures/app.ts';
import { createFirstAccount, people } from './support/people.ts';
import { enterAddress, openSetUp } from './support/scan.ts';
import { lookAtScreen, switchLanguage } from './support/screens.ts';

/** Pages are scanned, read and drawn meanwhile. */
const expect = usualExpect.configure({ timeout: 90_000 });

test('a clerk scans a duplex pile by keyboard, past a jam, and puts it in order', async ({ app, folder }) => {
  test.setTimeout(900_000);
  const { window } = app;
  window.setDefaultTimeout(60_000);
  await window.setViewportSize({ width: 1366, height: 768 });
  const scanner = await startMockScanner({
    sheets: ['1', '2', '3', '4', '5', '6'],
    faults: [{ side: 5, kind: 'jam' }],
  });
  await switchLanguage(window, 'it');
  await createFirstAccount(window, people.administrator);

  await test.step('the scanner is entered by its address and a page is tried', async () => {
    await openSetUp(window);
    await enterAddress(window, scanner.address);
    await expect(window.getByRole('radio', { name: /127\.0\.0\.1/ })).toBeChecked();
    await window.getByRole('textbox', { name: /Fogli contati/ }).focus();
    await window.keyboard.type('6');
    await window.getByRole('button', { name: 'Acquisisci una pagina di prova' }).focus();
    await lookAtScreen(window, 'scan-set-up');
  });

  await test.step('the scan stops at a jam, says what to do, and goes on where it stopped', async () => {
    await window.getByRole('textbox', { name: /Fogli contati/ }).press('Enter');
    await expect(window.getByRole('alert')).toContainText('Carta inceppata');
    await expect(window.getByRole('alert')).toContainText('L’ultimo foglio completo è il numero 2');
    await expect(window.getByRole('button', { name: /Continua/ })).toBeFocused();
    await lookAtScreen(window, 'scan-jam');
    scanner.layBack('3');
    await window.keyboard.press('Enter');
    await expect(window.getByText('Il numero dei fogli coincide con quello contato.')).toBeVisible();
    await expect(window.getByText('12 pagine al sicuro')).toBeVisible();
    expect(scanner.left()).toBe(0);
  });

  await test.step('the pile is through and put in order', async () => {
    await expect(window.getByRole('button', { name: /La pila è finita/ })).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('link', { name: /un’altra pila/ })).toBeFocused();
    await lookAtScreen(window, 'scan-finished');
    await window.keyboard.press('Tab');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('listbox', { name: 'Pagine' })).toBeFocused();
    await expect(window.getByRole('button', { name: /^Pila: 12 pagine/ })).toBeVisible();
    await expect(window.getByRole('option')).toHaveCount(12);
    const [first, second] = await pageIds(window);
    await window.keyboard.press('m');
    await window.keyboard.press('End');
    await window.keyboard.press('Shift+Enter');
    await expect.poll(async () => (await pageIds(window)).at(-1)).toBe(first);
    await window.keyboard.press('Control+z');
    await expect.poll(async () => (await pageIds(window)).slice(0, 2)).toEqual([first, second]);
    await window.keyboard.press('Home');
    await window.keyboard.press('Delete');
    await expect(window.getByRole('button', { name: /^Vassoio: 1/ })).toBeVisible();
    await lookAtScreen(window, 'pile');
    await window.keyboard.press('F6');
    await expect(window.getByRole('option')).toHaveCount(1);
    await lookAtScreen(window, 'pile-tray');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('button', { name: /^Pila: 12 pagine/ })).toBeVisible();
    await expect(window.getByRole('group', { name: 'Vassoio', exact: true })).toBeFocused();
    await window.keyboard.press('F6');
    await expect(window.getByRole('option')).toHaveCount(12);
  });

  await test.step('a page is scanned again in its place, and the one before can still be seen', async () => {
    scanner.layIn(['di nuovo']);
    await window.keyboard.press('Home');
    const before = await pageIds(window);
    await window.keyboard.press('n');
    await backToPile(window);
    await expect(window.getByRole('button', { name: /^Pila: 12 pagine/ })).toBeVisible();
    await expect.poll(async () => (await pageIds(window))[0]).not.toBe(before[0]);
    expect((await pageIds(window)).slice(1)).toEqual(before.slice(1));
    await expect(window.getByRole('list', { name: 'La pagina e ciò che ha sostituito' })).toBeVisible();
    await window.keyboard.press('o');
    await expect(window.getByText('Questa è l’immagine sostituita')).toBeVisible();
    await lookAtScreen(window, 'pile-earlier');
  });

  await test.step('a sheet that the feeder missed is scanned to its place', async () => {
    scanner.layIn(['dimenticato']);
    const before = await pageIds(window);
    await window.keyboard.press('End');
    await window.keyboard.press('ArrowLeft');
    await window.keyboard.press('i');
    await backToPile(window);
    await expect(window.getByRole('option')).toHaveCount(14);
    const after = await pageIds(window);
    expect(after.toSpliced(10, 2)).toEqual(before);
  });

  await test.step('a sheet found later is scanned to the end, wherever the cursor is', async () => {
    scanner.layIn(['trovato dopo']);
    const before = await pageIds(window);
    await window.keyboard.press('Home');
    await window.keyboard.press('a');
    await backToPile(window);
    await expect(window.getByRole('option')).toHaveCount(16);
    expect((await pageIds(window)).slice(0, 14)).toEqual(before);
  });

  await test.step('the pile is cut another way, with separator sheets to print, and gone through', async () => {
    await window.keyboard.press('F8');
    const dialog = window.getByRole('dialog', { name: 'Dividi la pila' });
    await dialog.getByRole('combobox').selectOption('separator-sheets');
    await dialog.getByRole('button', { name: 'Stampa fogli separatori…' }).press('Enter');
    const sheets = window.getByRole('dialog', { name: 'Fogli separatori da stampare' });
    await sheets.getByRole('textbox', { name: /Riferimenti/ }).fill('2026/IV-3/112');
    const pdf = join(folder, 'separatori.pdf');
    await app.answerDialog([pdf]);
    await sheets.getByRole('button', { name: 'Salva il PDF (10 fogli)…' }).press('Enter');
    await expect(sheets.getByText(/^Salvato/)).toBeVisible();
    expect((await readFile(pdf)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await lookAtScreen(window, 'separator-sheets');
    await window.keyboard.press('Escape');
    await dialog.getByRole('combobox').selectOption('sheets');
    await dialog.getByRole('textbox', { name: 'Fogli per documento' }).fill('1');
    await lookAtScreen(window, 'pile-separation');
    await dialog.getByRole('button', { name: 'Dividi così' }).press('Enter');
    await expect(window.getByRole('button', { name: 'Pila: 16 pagine, 8 documenti' })).toBeVisible();
    await window.getByRole('listbox').focus();
    await window.keyboard.press('g');
    const list = window.getByRole('list', { name: 'Documenti' });
    await expect(list.getByRole('listitem')).toHaveCount(8);
    await lookAtScreen(window, 'pile-go-to');
    await window.keyboard.type('5');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('img', { name: 'Pagina 5' })).toBeVisible();
  });
  await scanner.close();
});

test('a pile of ten sheets comes in through SANE', async ({ app }) => {
  test.setTimeout(600_000);
  const { window } = app;
  window.setDefaultTimeout(60_000);
  await switchLanguage(window, 'it');
  await createFirstAccount(window, people.administrator);
  await openSetUp(window);
  await enterAddress(window, 'test');
  await expect(window.getByLabel('Carta')).toHaveValue('feederFronts');
  await window.getByLabel('Risoluzione').selectOption('100');
  await window.getByRole('button', { name: /^Acquisisci ?Invio/ }).press('Enter');
  await expect(window.getByText('10 pagine al sicuro')).toBeVisible({ timeout: 120_000 });
  await expect(window.getByRole('alert')).toContainText('L’alimentatore è vuoto');
  await window.keyboard.press('F9');
  await expect(window.getByText('Concluso', { exact: true })).toBeVisible();
});

/** From the scan of a few sheets, once they are safe, back to the whole pile. */
async function backToPile(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Sistema la pila' }).press('Enter');
  await expect(window.getByRole('listbox', { name: 'Pagine' })).toBeFocused();
}

/** Ids of the pages on screen, in the order of the list. */
async function pageIds(window: Page): Promise<string[]> {
  return await window.getByRole('option').evaluateAll((tiles) => tiles.map(({ id }) => id));
}
