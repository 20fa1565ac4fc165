import type { Evidence } from '../evidence.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { costsOfBeginnings, type Witness, witnessesOf } from './likeness.ts';
import { domainsOf } from './mail-domains.ts';
import { localsOf, type Names } from './mail-locals.ts';

/** What an address may cost by each of its letters: beyond, something else was written. */
const mostCost = 0.35;
/** How much counts what readers came to together. */
const weightOfVote = 0.5;
/** Letters and signs that an @ is read as. */
const readAsAt = /[@©®QaeoG06&]/;
/** Proposes the address that all readings of a field allow most. What differs from what was read is told as repaired. */
export function proposeMail(evidence: Evidence, names: Names): Evidence {
  const { normalised, opinions, raw } = evidence;
  if (normalised.value === null) return evidence;
  const mail = likeliestMail([...witnessesOf(opinions), { text: raw, weight: weightOfVote }], names);
  if (mail === null || mail === normalised.value) return evidence;
  return { ...evidence, normalised: { ...normaliseEmail(mail), repaired: true, candidates: normalised.candidates } };
}

/**
 * The address of mail that all its readings allow most: before the @ what was read, or what the names on the document make with or
 * without a number; behind it what was read with an ending that there is, or a provider of many. Null where nothing was read that might
 * be an address, or none is near what was read.
 */
export function likeliestMail(witnesses: readonly Witness[], names: Names): string | null {
  const read = witnesses.map(({ text, weight }) => ({ text: text.replace(/\s+(?=\S)/g, ' ').toLowerCase(), weight }));
  const splits = read.flatMap(({ text }) => splitsOf(text));
  const domains = domainsOf(splits.map(({ behind }) => behind));
  const locals = localsOf(
    splits.map(({ before }) => before),
    read,
    names,
  );
  let best: { readonly mail: string; readonly cost: number } | null = null;
  const backwards = domains.map(({ text }) => read.map((one) => costsOfEnds(text, one.text)));
  for (const local of locals) {
    const forwards = read.map((one) => costsOfBeginnings(`${local.text}@`, one.text));
    for (const [at, domain] of domains.entries()) {
      const cost = local.prior + domain.prior + meanCost(read, forwards, backwards[at] ?? []);
      if (best === null || cost < best.cost) best = { mail: `${local.text}@${domain.text}`, cost };
    }
  }
  return best === null || best.cost > mostCost * best.mail.length ? null : best.mail;
}

function meanCost(read: readonly Witness[], forwards: readonly number[][], backwards: readonly number[][]): number {
  let [sum, weights] = [0, 0];
  for (const [index, { weight }] of read.entries()) {
    const [forward = [], backward = []] = [forwards[index], backwards[index]];
    let least = Infinity;
    for (let at = 0; at < forward.length; at += 1) {
      least = Math.min(least, (forward[at] ?? Infinity) + (backward[at] ?? Infinity));
    }
    sum += weight * least;
    weights += weight;
  }
  return sum / weights;
}

/** As `costsOfBeginnings`, of the ends that begin at each place of `read`. */
function costsOfEnds(text: string, read: string): number[] {
  return costsOfBeginnings([...text].toReversed().join(''), [...read].toReversed().join('')).toReversed();
}

interface Split {
  readonly before: string;
  readonly behind: string;
}

/** Where a reading has its @, or may have one that was read as a letter. */
function splitsOf(text: string): Split[] {
  const certain = [...text.matchAll(/[@©®]/g)].map(({ index }) => index);
  const places =
    certain.length > 0 ? certain : [...text].flatMap((character, at) => (readAsAt.test(character) ? [at] : []));
  return places
    .map((at) => ({ before: text.slice(0, at).trim(), behind: text.slice(at + 1).trim() }))
    .filter(({ before, behind }) => before.length > 1 && behind.length > 3);
}
