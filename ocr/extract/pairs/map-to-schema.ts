import type { FormPackage } from '../../model/form.ts';
import type { Pair } from '../../model/reading.ts';
import { describeFields, type FieldDescription } from '../describe.ts';
import type { Tables } from '../tables/tables.ts';
import { namesOfField } from './field-names.ts';
import { labelKey } from './labels.ts';
import { labelLikeness } from './likeness.ts';

/** A label with everything that was found to belong to it, in the order of reading. */
export interface LabelledValues {
  readonly label: string;
  /** Zero-based page inside the document. */
  readonly page: number;
  readonly pairs: readonly Pair[];
}

/** A field with the label that seems to be its own. */
export interface MappedField {
  readonly description: FieldDescription;
  readonly labelled: LabelledValues;
  /** How plainly the label names the field, 0 to 1. */
  readonly likeness: number;
}

/** Tick boxes and signatures are no texts beside a label. */
export function isText({ type }: FieldDescription): boolean {
  return type === 'string' || type === 'number';
}

/**
 * Gathers texts by their labels: a label may have several values, such as the lines of a long text. Tick boxes are none. A value with
 * two labels goes with the likelier.
 */
export function gatherByLabel(pages: readonly (readonly Pair[])[]): LabelledValues[] {
  return pages.flatMap((pairs, page) => {
    const texts = likelierOfEach(pairs.filter(({ option }) => option === undefined));
    const byPlace = Map.groupBy(texts, ({ label }) => label.box.join());
    return [...byPlace.values()].map((own) => ({
      label: labelKey(own[0]?.label.text ?? ''),
      page,
      pairs: own.toSorted(inReadingOrder),
    }));
  });
}

function likelierOfEach(pairs: readonly Pair[]): Pair[] {
  const byValue = Map.groupBy(pairs, ({ value }) => value.box.join());
  const likeliest = [...byValue.values()].map(
    (own) => own.toSorted((one, other) => other.confidence - one.confidence)[0],
  );
  return pairs.filter((pair) => likeliest.includes(pair));
}

function inReadingOrder({ value: { box: one } }: Pair, { value: { box: other } }: Pair): number {
  const onOneLine = one[1] < (other[1] + other[3]) / 2 && (other[1] + other[3]) / 2 < one[3];
  return onOneLine ? one[0] - other[0] : one[1] - other[1];
}

/**
 * Finds for the text fields of a form the labels that name them, by the titles of its schema and by usual synonyms. The
 * plainest match is taken first; where several are equally plain, as with two persons on one form, fields in the order of
 * the schema take labels in the order of the page. A field has one label, a label one field.
 */
export function mapToSchema(form: FormPackage, labelled: readonly LabelledValues[], tables: Tables): MappedField[] {
  const matches = describeFields(form)
    .filter(isText)
    .flatMap((description) => {
      const names = namesOfField(form.schema, description, tables.labels);
      return labelled.map((values) => {
        const likeness = Math.max(...names.map(({ key, weight }) => weight * labelLikeness(values.label, key)));
        return { description, labelled: values, likeness };
      });
    })
    .filter(({ likeness }) => likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness);
  return takeEachOnce(matches);
}

function takeEachOnce(matches: readonly MappedField[]): MappedField[] {
  const fields = new Set<FieldDescription>();
  const labels = new Set<LabelledValues>();
  return matches.filter(({ description, labelled }) => {
    if (fields.has(description) || labels.has(labelled)) return false;
    fields.add(description);
    labels.add(labelled);
    return true;
  });
}
