import type { Page } from '@playwright/test';
import { fieldKindSchema } from '../../../contract/document.ts';
import type { TruthDocument, TruthField } from '../../../tools/samples/truth.ts';
import { untilDrawn } from '../../e2e/support/operator.ts';
import { wantedText } from './keyed-by-hand.ts';
import { type Keys, pick, planKeys, type SeenText, strokesOf } from './plan-keys.ts';

export interface Effort {
  documents: number;
  /** Times that a field was asked. */
  doubts: number;
  strokes: number;
}

/** What the operator sees of the field in focus. */
interface Seen {
  readonly pointer: string;
  readonly kind: string;
  readonly source: string;
  /** Null where listed values are shown. */
  readonly text: Pick<SeenText, 'text' | 'start' | 'end' | 'doubts'> | null;
  readonly listed: readonly { readonly value: string; readonly held: boolean }[];
  readonly candidates: readonly string[];
  readonly plainDigits: boolean;
}

/** A document that keeps asking for the same fields must not keep the bench for ever. */
const mostDecisions = 20_000;
/** As long as a person would look whether what was begun is completed. */
const completionMs = 300;
/** Characters after which it is worth to look. */
const begunLength = 3;

/**
 * Verifies all documents of a batch by keyboard, as a person does who sees what stands on the page: accepts what is right,
 * else takes the way with the fewest keys. Ends when no document waits any more.
 */
export async function operate(window: Page, truths: readonly TruthDocument[]): Promise<Effort> {
  const effort: Effort = { documents: 0, doubts: 0, strokes: 0 };
  const press = async (keys: Keys): Promise<void> => {
    for (const key of keys) await window.keyboard.press(key === ' ' ? 'Space' : key);
    effort.strokes += strokesOf(keys);
  };
  while (effort.doubts < mostDecisions) {
    const at = await whereIsIt(window);
    if (at === 'ended') return effort;
    if (at === 'complete') {
      const address = window.url();
      await press(['Enter']);
      await window.waitForURL((url) => url.href !== address);
      await untilDrawn(window);
      effort.documents += 1;
      continue;
    }
    const seen = await look(window);
    const field = truthOf(truths, seen);
    const marker = await markerOf(window);
    if (seen.text === null) await press(keysForListed(seen, field));
    else
      await keyText(
        window,
        { ...seen, ...seen.text, kind: fieldKindSchema.parse(seen.kind) },
        wantedText(field),
        press,
      );
    effort.doubts += 1;
    await window.waitForFunction((before) => {
      const editor = document.querySelector('[data-pointer]');
      const now = `${document.location.hash} ${editor?.getAttribute('data-visit') ?? 'none'}`;
      return now !== before;
    }, marker);
  }
  throw new Error(`after ${mostDecisions} decisions the work has no end`);
}

async function whereIsIt(window: Page): Promise<'field' | 'complete' | 'ended'> {
  const field = window.locator('[data-pointer]');
  const complete = window.locator('[data-complete]');
  const ended = window.getByRole('heading', { name: 'Documenti', exact: true });
  await field.or(complete).or(ended).first().waitFor();
  if (await ended.isVisible()) return 'ended';
  return (await complete.isVisible()) ? 'complete' : 'field';
}

function markerOf(window: Page): Promise<string> {
  return window.evaluate(
    () => `${document.location.hash} ${document.querySelector('[data-pointer]')?.getAttribute('data-visit') ?? 'none'}`,
  );
}

function look(window: Page): Promise<Seen> {
  return window.evaluate(() => {
    const editor = document.querySelector('[data-pointer]');
    const input = editor?.querySelector('input');
    const marks = [...(editor?.querySelectorAll('[data-character]') ?? [])];
    const candidates = [...(editor?.querySelectorAll('[data-candidate]') ?? [])];
    return {
      pointer: editor?.getAttribute('data-pointer') ?? '',
      kind: editor?.getAttribute('data-kind') ?? '',
      source: document.querySelector('[data-source]')?.textContent ?? '',
      text:
        input == null
          ? null
          : {
              text: input.value,
              start: input.selectionStart ?? 0,
              end: input.selectionEnd ?? 0,
              doubts: marks.flatMap((mark, index) => (mark.hasAttribute('data-doubt') ? [index] : [])),
            },
      listed: [...(editor?.querySelectorAll('[data-value]') ?? [])].map((button) => ({
        value: button.getAttribute('data-value') ?? '',
        held: button.getAttribute('aria-pressed') === 'true',
      })),
      candidates: candidates.map((candidate) => candidate.getAttribute('data-candidate') ?? ''),
      plainDigits: candidates[0]?.querySelector('kbd')?.textContent === '1',
    };
  });
}

function truthOf(truths: readonly TruthDocument[], { source, pointer }: Seen): TruthField {
  const truth = truths.find(({ pages }) => pages.some(({ file }) => source.endsWith(file)))?.fields[pointer];
  if (truth === undefined) throw new Error(`the truth of ${source} has no ${pointer}`);
  return truth;
}

async function keyText(
  window: Page,
  seen: SeenText,
  wanted: string,
  press: (keys: Keys) => Promise<void>,
): Promise<void> {
  const keys = planKeys(seen, wanted);
  const begun = keys[0] === 'Escape' ? begunLength + 1 : begunLength;
  const isRetyped =
    keys.length > begun + 3 && keys.at(-1) === 'Enter' && keys.slice(1, -1).every((key) => key.length === 1);
  if (!isRetyped) {
    await press(keys);
    return;
  }
  await press(keys.slice(0, begun));
  const position = await completionOf(window, wanted);
  if (position === null) await press(keys.slice(begun));
  else await press(pick(await look(window), position));
}

/** Where among the completions the wanted value is; null when it does not come within the time that one looks. */
async function completionOf(window: Page, wanted: string): Promise<number | null> {
  const offered = window.locator(`[data-candidate="${quoted(wanted)}"]`);
  const came = await offered.waitFor({ timeout: completionMs }).then(
    () => true,
    () => false,
  );
  if (!came) return null;
  const { candidates } = await look(window);
  const position = candidates.indexOf(wanted);
  return position < 0 ? null : position;
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}

function keysForListed({ listed }: Seen, { value }: TruthField): Keys {
  const wanted = value === null ? [] : Array.isArray(value) ? value : [String(value)];
  const held = listed.filter((choice) => choice.held).map((choice) => choice.value);
  const isSame = wanted.toSorted().join() === held.toSorted().join();
  if (wanted.length === 0) return ['F3'];
  if (isSame) return ['Enter'];
  if (!Array.isArray(value)) return [String(listed.findIndex((choice) => choice.value === wanted[0]) + 1)];
  const turned = listed.flatMap((choice, position) =>
    wanted.includes(choice.value) === choice.held ? [] : [String(position + 1)],
  );
  return [...turned, 'Enter'];
}
