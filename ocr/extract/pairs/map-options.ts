import type { FormPackage } from '../../model/form.ts';
import type { Pair } from '../../model/reading.ts';
import { describeFields, type FieldDescription } from '../describe.ts';
import type { Tables } from '../tables/tables.ts';
import { namesOfField } from './field-names.ts';
import { labelKey } from './labels.ts';
import { labelLikeness } from './likeness.ts';

/** A tick box with its text. */
export type OptionPair = Pair & { readonly option: NonNullable<Pair['option']> };

/** The tick boxes of one question of a page. */
export interface OptionGroup {
  /** Zero-based page inside the document. */
  readonly page: number;
  readonly question: string;
  readonly pairs: readonly OptionPair[];
}

/** A field with the tick boxes that seem to be its own. */
export interface MappedOptions {
  readonly description: FieldDescription;
  readonly page: number;
  /** Each box with the code it stands for; `true` where it is ticked for yes. */
  readonly choices: readonly { readonly code: string | true; readonly pair: OptionPair }[];
  /** How plainly texts and question name the field and its codes, 0 to 1. */
  readonly likeness: number;
}

/** Without the question the texts of nearly all codes must be there; with it, of some. */
const leastLikeness = 0.4;
const byTextsAlone = 0.5;
const yes = new Set(['si', 's', 'yes', 'y', 'vero', 'true']);
const no = new Set(['no', 'n', 'falso', 'false']);

/** Gathers the tick boxes of all pages by their questions. */
export function gatherOptions(pages: readonly (readonly Pair[])[]): OptionGroup[] {
  return pages.flatMap((pairs, page) => {
    const ticks = pairs.filter((pair): pair is OptionPair => pair.option !== undefined);
    return [...Map.groupBy(ticks, ({ option }) => option.group).values()].map((own) => ({
      page,
      question: labelKey(own[0]?.option.question ?? ''),
      pairs: own,
    }));
  });
}

/**
 * Finds for the fields of a form that are ticked the boxes that stand for them. A field that takes codes is the question whose
 * texts are its codes' titles; a yes-or-no field is a box with its title, or a question that is answered yes or no. The
 * plainest match is taken first, each field and each box once.
 */
export function mapOptions(form: FormPackage, groups: readonly OptionGroup[], tables: Tables): MappedOptions[] {
  const matches = describeFields(form)
    .flatMap((description) => {
      const names = namesOfField(form.schema, description, tables.labels);
      const named = (label: string) =>
        Math.max(0, ...names.map(({ key, weight }) => weight * labelLikeness(label, key)));
      if (description.options.length > 0) return groups.flatMap((group) => matchCodes(description, group, named));
      return description.type === 'boolean' ? groups.flatMap((group) => matchYes(description, group, named)) : [];
    })
    .toSorted((one, other) => other.likeness - one.likeness);
  const fields = new Set<string>();
  const taken = new Set<OptionPair>();
  return matches.filter(({ description: { pointer }, choices }) => {
    if (fields.has(pointer) || choices.some(({ pair }) => taken.has(pair))) return false;
    fields.add(pointer);
    for (const { pair } of choices) taken.add(pair);
    return true;
  });
}

type Named = (label: string) => number;

function matchCodes(description: FieldDescription, group: OptionGroup, named: Named): MappedOptions[] {
  const choices = description.options.flatMap(({ value, title }) => {
    const names = [value, title.it, title.en].map(labelKey);
    const likenessOf = ({ label }: OptionPair) =>
      Math.max(...names.map((name) => labelLikeness(labelKey(label.text), name)));
    const [best] = group.pairs.toSorted((one, other) => likenessOf(other) - likenessOf(one));
    return best === undefined || likenessOf(best) === 0 ? [] : [{ code: value, pair: best }];
  });
  const isEachOnce = new Set(choices.map(({ pair }) => pair)).size === choices.length;
  const share = choices.length / Math.max(description.options.length, group.pairs.length);
  const likeness = share * (byTextsAlone + (1 - byTextsAlone) * named(group.question));
  return isEachOnce && likeness >= leastLikeness ? [{ description, page: group.page, choices, likeness }] : [];
}

function matchYes(description: FieldDescription, group: OptionGroup, named: Named): MappedOptions[] {
  const { page, pairs, question } = group;
  const keyOf = ({ label }: OptionPair) => labelKey(label.text);
  const affirmed = pairs.find((pair) => yes.has(keyOf(pair)));
  const isYesOrNo = affirmed !== undefined && pairs.length === 2 && pairs.some((pair) => no.has(keyOf(pair)));
  if (isYesOrNo) {
    const likeness = named(question);
    return likeness === 0 ? [] : [{ description, page, choices: [{ code: true, pair: affirmed }], likeness }];
  }
  return pairs
    .map(
      (pair): MappedOptions => ({ description, page, choices: [{ code: true, pair }], likeness: named(keyOf(pair)) }),
    )
    .filter(({ likeness }) => likeness > 0);
}
