import type { ExtractedField } from '../../ocr/model/field.ts';
import type { Policy } from '../../ocr/model/form.ts';
import type { Word } from '../store/verdicts.ts';
import { type DoubleKeying, weighKeyings } from './double-key.ts';
import type { WeighedField } from './weigh-words.ts';

/** A field with what its policy makes of it: whether it is asked, of whom, and what those people may see. */
export interface AskedField extends WeighedField {
  readonly policy: Policy;
  /** How far two people are with it; null under other policies. */
  readonly keying: DoubleKeying | null;
  /** The reading is not shown: the field is keyed from the picture. */
  readonly blind: boolean;
  /** Ids of the accounts that have done their part, while others still have to. */
  readonly closedTo: readonly string[];
}

export interface AskContext {
  readonly policies: ReadonlyMap<string, Policy>;
  /** Accepted fields that are asked all the same. */
  readonly checked: ReadonlySet<string>;
  /** Every word on each field, the earliest first. */
  readonly words: ReadonlyMap<string, readonly Word[]>;
}

/** The word that counts on each field: the latest, or what two or three people keyed blindly came to. */
export function wordsInForce({ policies, words }: AskContext): ReadonlyMap<string, Word> {
  const inForce = new Map<string, Word>();
  for (const [pointer, given] of words) {
    const word = policies.get(pointer) === 'double-key' ? settledBy(given) : given.at(-1);
    if (word !== undefined) inForce.set(pointer, word);
  }
  return inForce;
}

function settledBy(words: readonly Word[]): Word | undefined {
  const keying = weighKeyings(words);
  return keying.kind === 'settled' ? keying.word : undefined;
}

export function askField(weighed: WeighedField, { policies, checked, words }: AskContext): AskedField {
  const { pointer, word } = weighed;
  const policy = policies.get(pointer) ?? 'accept';
  const keying = policy === 'double-key' ? weighKeyings(words.get(pointer) ?? []) : null;
  const plain = { policy, keying, blind: false, closedTo: [] };
  if (keying?.kind === 'settled') return { ...weighed, ...plain, ...settled(weighed.field) };
  if (word !== null) return { ...weighed, ...plain };
  const field = askAnyway(weighed.field, policy, checked.has(pointer));
  return {
    ...weighed,
    ...plain,
    field,
    open: weighed.open || field.status !== 'accepted',
    blind: policy === 'key' || policy === 'double-key',
    closedTo: keying === null ? [] : keying.by.map(({ accountId }) => accountId),
  };
}

/** Two people who keyed the same have insisted on it, whatever rule it breaks. */
function settled(field: ExtractedField): Pick<WeighedField, 'field' | 'open'> {
  return { field: { ...field, status: 'accepted' }, open: false };
}

/** An accepted field that is checked looks like any doubt: nobody is told that the machine was sure. */
function askAnyway(field: ExtractedField, policy: Policy, isChecked: boolean): ExtractedField {
  if (field.status !== 'accepted') return field;
  if (policy !== 'accept') return { ...field, status: 'doubtful', reason: 'policy' };
  return isChecked ? { ...field, status: 'doubtful', reason: 'low-confidence' } : field;
}

/** Whether the field waits for a word of this person. */
export function isOpenTo({ open, closedTo }: AskedField, accountId: string): boolean {
  return open && !closedTo.includes(accountId);
}
