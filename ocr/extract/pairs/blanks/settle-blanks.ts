import type { Reading } from '../../../model/reading.ts';
import { unlikeness, type Witness, witnessesOf } from '../../by-hand/likeness.ts';
import type { Name, Names } from '../../by-hand/mail-locals.ts';
import type { Tables } from '../../tables/tables.ts';
import type { BlankKind } from '../labels.ts';
import { kindOfBlank, mendLabel } from './kind-of-blank.ts';
import { type Rule, rulesOfKinds } from './rules-of-kinds.ts';

/** What a hand wrote on a blank, as it was read, and the print before it. */
export interface WrittenBlank {
  readonly label: string;
  readonly reading: Pick<Reading, 'text' | 'opinions' | 'again'>;
}

/** What stands on a blank, by what it must be. */
export interface SettledBlank {
  readonly text: string;
  /** Whether it keeps rules that few misreadings keep; null where no such rules are known for it. */
  readonly isRight: boolean | null;
  /** What its label says, where that was misread; else null. */
  readonly label: string | null;
}

/** Settles the blanks of one page, one for each. */
export type SettleBlanks = (blanks: readonly WrittenBlank[]) => SettledBlank[];

/** What a value may cost more than what was read, in letters misread. */
const mostDearer = 1;
/** What was put together from all readings has so much of a say beside each of them. */
const weightOfVote = 0.5;

/**
 * Makes what settles the blanks of a page that a hand filled in: what breaks the rules of its kind becomes the only value that keeps them
 * and that the readings allow, clearly more than any other. All else stays as it was read.
 */
export function createBlankSettler(tables: Tables): SettleBlanks {
  const rules = rulesOfKinds(tables);
  return (blanks) => {
    const kinds = blanks.map(({ label, reading }) => kindOfBlank(label, reading.text, tables.labels));
    const names = namesOn(blanks, kinds);
    return blanks.map(({ label, reading }, index) => {
      const kind = kinds[index] ?? null;
      if (kind === null) return { text: reading.text, isRight: null, label: null };
      const settled = settle(reading, rules[kind], names);
      return { ...settled, label: settled.isRight === true ? mendLabel(label, kind, tables.labels) : null };
    });
  };
}

function settle(reading: WrittenBlank['reading'], rule: Rule, names: Names): Omit<SettledBlank, 'label'> {
  const { text } = reading;
  const { isTelling, isOpen = false } = rule;
  const right = isTelling ? true : null;
  const kept = rule.keep(text);
  if (kept !== null) return { text: kept, isRight: right };
  const witnesses = witnessesTo(reading);
  const value = isOpen && isAgreed(text, witnesses) ? null : supposed(text, witnesses, rule, names);
  if (value !== null) return { text: value, isRight: right };
  return { text, isRight: isTelling && !isOpen ? false : null };
}

/** Whether most readings give the text as it stands, in letters alone. */
function isAgreed(text: string, witnesses: readonly Witness[]): boolean {
  const weightOf = (some: readonly Witness[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  return (
    !/[^\p{L}\s'.-]/u.test(text) &&
    2 * weightOf(witnesses.filter((witness) => witness.text === text)) > weightOf(witnesses)
  );
}

/** The value that the readings allow clearly more than any other, as it is written; null where there is none. */
function supposed(read: string, witnesses: readonly Witness[], rule: Rule, names: Names): string | null {
  const [first, ...others] = rule.suppose(witnesses, names, read);
  if (first === undefined) return null;
  const next = others.find(({ text }) => text !== first.text);
  if (next !== undefined && next.cost - first.cost < rule.lead) return null;
  const isNear = first.cost - unlikeness(read, witnesses) <= mostDearer;
  return isNear && first.cost <= rule.mostMisread * first.text.length ? rule.write(first.text, read) : null;
}

function witnessesTo({ text, opinions = [], again = [] }: WrittenBlank['reading']): Witness[] {
  return [...witnessesOf([...opinions, ...again]), { text, weight: weightOfVote }];
}

/** The names of people on a page, of which addresses of mail are made. Which is the surname nothing says. */
function namesOn(blanks: readonly WrittenBlank[], kinds: readonly (BlankKind | null)[]): Names {
  const people = blanks.filter((_, index) => kinds[index] === 'person');
  const names = people.flatMap(({ reading: { text, opinions = [] } }) => [
    ...partsOf(text, true),
    ...opinions.flatMap((opinion) => partsOf(opinion.text, false)),
  ]);
  return { given: names, surnames: names };
}

/** The first word of a name and the others: one is the given name, one the surname. */
function partsOf(name: string, isElected: boolean): Name[] {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return others.length === 0 ? [] : [first, others.join(' ')].map((text) => ({ text, isElected }));
}
