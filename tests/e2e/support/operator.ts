import type { Page } from '@playwright/test';
import type { TruthDocument, TruthField } from '../../../tools/samples/truth.ts';

export interface Effort {
  readonly documents: number;
  readonly fields: number;
  readonly keystrokes: number;
}

interface Hands {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

/**
 * Verifies documents as a person would who sees what stands on the page: Enter where the screen is right, else the true
 * value keyed. Only the keyboard is used. Ends when no document waits any more.
 */
export async function verifyByKeyboard(window: Page, truths: readonly TruthDocument[]): Promise<Effort> {
  const effort = { documents: 0, fields: 0, keystrokes: 0 };
  const hands: Hands = {
    async press(key) {
      await window.keyboard.press(key);
      effort.keystrokes += 1;
    },
    async type(text) {
      await window.keyboard.type(text);
      effort.keystrokes += text.length;
    },
  };
  while (effort.fields < mostFields) {
    const at = await whereAmI(window);
    if (at === 'ended') return effort;
    if (at === 'complete') {
      const address = window.url();
      await hands.press('Enter');
      await window.waitForURL((url) => url.href !== address);
      await untilDrawn(window);
      effort.documents += 1;
      continue;
    }
    await decideField(window, truths, hands);
    effort.fields += 1;
  }
  throw new Error(`after ${mostFields} fields the work has no end`);
}

/** A document that keeps asking for the same fields must not keep a test for ever. */
const mostFields = 300;

/**
 * The address is another a moment before the screen is. Whoever looks in that moment sees the document that was left as
 * complete still, and their next Enter would fall on the first field of the next one.
 */
export async function untilDrawn(window: Page): Promise<void> {
  await window.waitForFunction(() => {
    const shown = document.querySelector('[data-document]')?.getAttribute('data-document') ?? null;
    return shown === null || document.location.hash.endsWith(shown);
  });
  // The page follows the fields by a frame.
  await window.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}

/** Where the person is: at a field, at the end of a document, or at the end of the work. */
export async function whereAmI(window: Page): Promise<'field' | 'complete' | 'ended'> {
  const field = window.locator('[data-pointer]');
  const complete = window.getByRole('button', { name: 'Concludi e vai al successivo' });
  const ended = window.getByRole('heading', { name: 'Documenti', exact: true });
  await field
    .or(complete)
    .or(ended)
    .first()
    .waitFor()
    .catch(async (error: unknown) => {
      const seen = await window.locator('main').innerText();
      throw new Error(`at ${window.url()} there is nothing to do, only: ${seen.slice(0, 600)}`, { cause: error });
    });
  if (await ended.isVisible()) return 'ended';
  return (await complete.isVisible()) ? 'complete' : 'field';
}

async function decideField(window: Page, truths: readonly TruthDocument[], hands: Hands): Promise<void> {
  const editor = window.locator('[data-pointer]');
  const pointer = (await editor.getAttribute('data-pointer')) ?? '';
  const source = await window.locator('[data-source]').textContent();
  const truth = truths.find(({ pages }) => pages.some(({ file }) => source?.endsWith(file)))?.fields[pointer];
  if (truth === undefined) throw new Error(`the truth of ${source} has no ${pointer}`);
  const before = await marker(window);
  const choices = editor.locator('[data-value]');
  if ((await choices.count()) > 0) await pickTruth(choices, truth, hands);
  else await typeTruth(editor.getByRole('textbox'), truth, hands);
  await window.waitForFunction((old) => {
    const now = document.querySelector('[data-pointer]')?.getAttribute('data-pointer') ?? '';
    return `${document.location.hash} ${now}` !== old || document.querySelectorAll('[data-open="true"]').length === 0;
  }, before);
}

function marker(window: Page): Promise<string> {
  return window.evaluate(
    () => `${document.location.hash} ${document.querySelector('[data-pointer]')?.getAttribute('data-pointer') ?? ''}`,
  );
}

type Locator = ReturnType<Page['locator']>;

async function typeTruth(input: Locator, { value }: TruthField, hands: Hands): Promise<void> {
  const wanted = value === null ? '' : dayFirst(String(value));
  if (wanted === '') {
    await hands.press('F3');
    return;
  }
  if ((await input.inputValue()) !== wanted) {
    // The caret may be on a doubtful character alone.
    await hands.press('ControlOrMeta+A');
    await hands.type(wanted);
  }
  await hands.press('Enter');
}

async function pickTruth(choices: Locator, { value }: TruthField, { press }: Hands): Promise<void> {
  const listed = await choices.evaluateAll((buttons) =>
    buttons.map((button) => ({
      value: button.getAttribute('data-value'),
      held: button.getAttribute('aria-pressed') === 'true',
    })),
  );
  const wanted = value === null ? [] : Array.isArray(value) ? value : [String(value)];
  const held = listed.filter((choice) => choice.held).map((choice) => choice.value);
  if (wanted.join() === held.join()) {
    await press(wanted.length === 0 ? 'F3' : 'Enter');
    return;
  }
  if (wanted.length === 0) {
    await press('F3');
    return;
  }
  const several = Array.isArray(value);
  for (const [position, choice] of listed.entries()) {
    const change = wanted.includes(choice.value ?? '') !== (several && choice.held);
    if (change && (several || wanted[0] === choice.value)) await press(String(position + 1));
  }
  if (several) await press('Enter');
}

function dayFirst(value: string): string {
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}
