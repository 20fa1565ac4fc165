import { expect, type Locator, type Page } from '@playwright/test';

/** Tries on the verification screen how its page is looked at, and how what is read on it comes into a field. */
export async function tryPageTools(window: Page): Promise<void> {
  await enlargeTheField(window);
  await seeTheWholePage(window);
  const input = await goToText(window);
  const before = await input.inputValue();
  const word = await pickByKeyboard(window, input);
  await cancelTyping(window, input, before);
  await drawAround(window, word.place);
  await expectWord(input, word.text);
  await cancelTyping(window, input, before);
}

async function enlargeTheField(window: Page): Promise<void> {
  const zone = window.locator('[role="img"][aria-label] > div:last-of-type').first();
  const usual = await sizeOf(zone);
  await window.keyboard.press('F6');
  await expect.poll(() => sizeOf(zone)).toBeGreaterThan(usual);
  await window.keyboard.press('Shift+F6');
  await expect.poll(() => sizeOf(zone)).toBe(usual);
}

async function seeTheWholePage(window: Page): Promise<void> {
  const page = window.getByRole('region', { name: /^Pagina \d+ del documento/ });
  const hidden = () => page.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(await hidden()).toBeGreaterThan(0);
  await window.keyboard.press('F8');
  await expect.poll(hidden).toBe(0);
  await window.keyboard.press('F8');
  await expect.poll(hidden).toBeGreaterThan(0);
}

/** Leads to the next field that is typed. */
async function goToText(window: Page): Promise<Locator> {
  const editor = window.locator('[data-pointer]');
  const input = editor.getByRole('textbox');
  for (let fields = 0; fields < 40; fields += 1) {
    if (await input.isVisible()) return input;
    const pointer = await editor.getAttribute('data-pointer');
    await window.keyboard.press('ArrowDown');
    await expect(editor).not.toHaveAttribute('data-pointer', pointer ?? '');
  }
  throw new Error('no field of the document is typed');
}

interface PickedWord {
  readonly text: string;
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** F9 and Enter put the word at hand into the field. */
async function pickByKeyboard(window: Page, input: Locator): Promise<PickedWord> {
  await window.keyboard.press('F9');
  const word = window.locator('[role="option"][data-chosen="true"]');
  await word.waitFor();
  const place = await word.boundingBox();
  const text = await word.getAttribute('aria-label');
  if (place === null || text === null) throw new Error('the word at hand is nowhere to be seen');
  await window.keyboard.press('Enter');
  await expectWord(input, text);
  await expect(input).toBeFocused();
  return { text, place };
}

/** The field holds the word; the mask of a date or a code may have put its own signs between. */
async function expectWord(input: Locator, word: string): Promise<void> {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  await expect.poll(async () => bare(await input.inputValue())).toBe(bare(word));
}

async function drawAround(window: Page, { x, y, width, height }: PickedWord['place']): Promise<void> {
  await window.mouse.move(x - 1, y - 1);
  await window.mouse.down();
  await window.mouse.move(x + width / 2, y + height / 2);
  await window.mouse.move(x + width + 1, y + height + 1);
  await window.mouse.up();
}

async function cancelTyping(window: Page, input: Locator, before: string): Promise<void> {
  await input.press('Escape');
  await expect(input).toHaveValue(before);
  await expect(window.getByRole('dialog')).toBeHidden();
}

async function sizeOf(element: Locator): Promise<number> {
  return Math.round((await element.boundingBox())?.width ?? 0);
}
