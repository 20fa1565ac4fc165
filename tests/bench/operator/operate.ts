import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { fieldKindSchema } from '../../../contract/document.ts';
import { maskOfKind } from '../../../renderer/screens/verify/entry/masks/masks.ts';
import type { TruthDocument, TruthField } from '../../../tools/samples/truth.ts';
import { wantedText } from './keyed-by-hand.ts';
import { type Keys, pick, planKeys, type SeenText, strokesOf } from './plan-keys.ts';
import { type KeyedAs, pressUntilShown, type Step } from './timings.ts';

/** An operator at a window. */
interface Operator {
  readonly window: Page;
  /** From what is shown to the first key on it, in milliseconds. */
  readonly pauseMs: number;
  readonly effort: Effort;
}

export interface Effort {
  documents: number;
  /** Times that a field was asked. */
  doubts: number;
  strokes: number;
  readonly steps: Step[];
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
export async function operate(window: Page, truths: readonly TruthDocument[], pauseMs: number): Promise<Effort> {
  const effort: Effort = { documents: 0, doubts: 0, strokes: 0, steps: [] };
  const operator: Operator = { window, pauseMs, effort };
  let document = '';
  while (effort.doubts < mostDecisions) {
    const place = await whereIsIt(window);
    if (place.at === 'ended') return effort;
    if (place.at === 'complete') {
      await take(operator, 'finished', ['Enter']);
      effort.documents += 1;
      continue;
    }
    if (place.address !== document) {
      document = place.address;
      await passByTab(operator);
    }
    await decide(operator, truths);
    effort.doubts += 1;
  }
  throw new Error(`after ${mostDecisions} decisions the work has no end`);
}

async function decide(operator: Operator, truths: readonly TruthDocument[]): Promise<void> {
  const { window, effort } = operator;
  const seen = await look(window);
  const field = truthOf(truths, seen);
  if (seen.text === null) {
    const keys = keysForListed(seen, field);
    await take(operator, keyedAs(keys), keys);
    return;
  }
  const text = { ...seen, ...seen.text, kind: fieldKindSchema.parse(seen.kind) };
  const { before, last } = await keyText(window, text, maskOfKind(text.kind).dress(wantedText(field)));
  effort.strokes += strokesOf(before);
  await take(operator, before.length > 0 ? 'typed' : keyedAs(last), last);
}

/** There and back again, once a document. No decision, so that its keystrokes do not count; its times do. */
async function passByTab(operator: Operator): Promise<void> {
  const { window, effort } = operator;
  // The list of fields follows the field by a frame.
  const open = window.locator('[data-open="true"]');
  await open.first().waitFor();
  if ((await open.count()) < 2) return;
  const { strokes } = effort;
  await take(operator, 'passed by Tab', ['Tab']);
  await take(operator, 'passed by Tab', ['Shift+Tab']);
  effort.strokes = strokes;
}

/** Presses the keys that lead on, and notes how long the last of them took. */
async function take({ window, pauseMs, effort }: Operator, as: KeyedAs, keys: Keys): Promise<void> {
  const before = window.url();
  await setTimeout(pauseMs);
  const shownMs = await pressUntilShown(window, () => press(window, keys));
  effort.strokes += strokesOf(keys);
  if (shownMs === null) return;
  const { at, address } = await whereIsIt(window);
  const ledTo = address !== before ? 'next document' : at === 'complete' ? 'end of document' : 'field';
  effort.steps.push({ keyedAs: as, ledTo, shownMs });
}

/** Letters that the keyboard of the stand-in lacks, as an Italian one has them, arrive as their text. */
async function press({ keyboard }: Page, keys: Keys): Promise<void> {
  for (const key of keys) {
    if (key.length === 1 && key > '~') await keyboard.insertText(key);
    else await keyboard.press(key === ' ' ? 'Space' : key);
  }
}

function keyedAs(keys: Keys): KeyedAs {
  const last = keys.at(-1) ?? '';
  if (last === 'F3') return 'emptied';
  if (/\d$/.test(last)) return 'picked';
  return keys.length === 1 ? 'accepted' : 'typed';
}

interface Place {
  readonly at: 'field' | 'complete' | 'ended';
  readonly address: string;
}

async function whereIsIt(window: Page): Promise<Place> {
  const seen = await window.waitForFunction(() => {
    const { href, hash } = document.location;
    if (!hash.includes('/verify')) return { at: 'ended' as const, address: href };
    const shown = document.querySelector('[data-document]')?.getAttribute('data-document') ?? null;
    if (shown === null || !hash.endsWith(shown)) return null;
    if (document.querySelector('[data-complete]') !== null) return { at: 'complete' as const, address: href };
    return document.querySelector('[data-pointer]') === null ? null : { at: 'field' as const, address: href };
  });
  const place = await seen.jsonValue();
  if (place === null) throw new Error('the screen shows neither a field nor an end');
  return place;
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

interface TextKeys {
  /** Keys that were pressed already. */
  readonly before: Keys;
  /** Keys that are still to be pressed, of which the last leads on. */
  readonly last: Keys;
}

/** Keys a text up to where it is worth to look at what completes it, and plans the rest. */
async function keyText(window: Page, seen: SeenText, wanted: string): Promise<TextKeys> {
  const keys = planKeys(seen, wanted);
  const begun = keys[0] === 'Escape' ? begunLength + 1 : begunLength;
  const isRetyped =
    keys.length > begun + 3 && keys.at(-1) === 'Enter' && keys.slice(1, -1).every((key) => key.length === 1);
  if (!isRetyped) return { before: [], last: keys };
  const before = keys.slice(0, begun);
  await press(window, before);
  const position = await completionOf(window, wanted);
  return { before, last: position === null ? keys.slice(begun) : pick(await look(window), position) };
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
