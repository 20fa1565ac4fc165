import type { Account } from '../../contract/account.ts';
import type { FieldKind } from '../../contract/document.ts';
import { describeField, type FieldDescription } from '../../ocr/extract/describe.ts';
import { placeName } from '../../ocr/extract/normalise/place-name.ts';
import { placeKey, type Tables } from '../../ocr/extract/tables/tables.ts';
import type { FormPackage, Policy } from '../../ocr/model/form.ts';
import type { ReadableStore } from '../store/connection.ts';
import { machineFields } from '../store/documents.ts';
import { earlierValues } from '../store/earlier-values.ts';
import { latestWords } from '../store/verdicts.ts';
import { type Knowledge, requireDocument } from './document-detail.ts';
import { policiesOf } from './policies.ts';

export interface Beginning {
  readonly documentId: string;
  readonly pointer: string;
  readonly text: string;
}

const mostCompletions = 6;
/** Of a table with thousands of names, a single letter says nothing. */
const shortestForTables = 2;

const keyedFromImage: readonly Policy[] = ['key', 'double-key'];

/** Kinds of which what others wrote is no help, or none of anybody's business. */
const neverCompleted: readonly FieldKind[] = ['codice-fiscale', 'iban', 'document-number', 'date', 'amount', 'number'];

/**
 * Values that begin as the text does: those of the same kind elsewhere in the document, then those that people gave in
 * this form before, then the code tables. Nothing keyed yet: only those of the document. Throws an AppError for an unknown
 * document or field.
 */
export function completeValue(
  store: ReadableStore,
  viewer: Account,
  { documentId, pointer, text }: Beginning,
  { forms, tables }: Knowledge,
): string[] {
  const document = requireDocument(store, documentId);
  const form = forms.get(document.formKey ?? '');
  const description = form && describeField(form.schema, pointer);
  if (!form || !description || neverCompleted.includes(description.kind)) return [];
  if (description.special && !viewer.seesSpecialCategories) return [];
  const policies = policiesOf(form);
  const isBlind = (one: string): boolean => keyedFromImage.includes(policies.get(one) ?? 'accept');
  // What others keyed of the field must not come up for whoever keys it blindly.
  if (isBlind(pointer)) return [];
  const machine = machineFields(store, documentId);
  const pointers = [...machine.keys()].filter((one) => isAlike(form, one, description) && !isBlind(one));
  const words = latestWords(store, documentId);
  const beside = pointers
    .filter((one) => one !== pointer && description.kind !== 'text')
    .map((one) => words.get(one)?.value ?? machine.get(one)?.value ?? null)
    .filter((value) => typeof value === 'string');
  const begun = placeKey(text);
  const earlier = begun === '' ? [] : earlierValues(store, document.formKey ?? '', pointers);
  const begins = (name: string): boolean => placeKey(name).startsWith(begun) && name !== text;
  const known = begun.length < shortestForTables ? [] : namesOf(description.kind, begun, text, tables);
  return [...new Set([...beside.filter(begins), ...earlier.filter(begins), ...known])].slice(0, mostCompletions);
}

/** Of the same kind, and as open to be seen: what is kept from some must not come up as a completion elsewhere. */
function isAlike(form: FormPackage, pointer: string, { kind, special }: FieldDescription): boolean {
  const other = describeField(form.schema, pointer);
  return other?.kind === kind && other.special === special;
}

/** Names of the code tables, shortest first: the whole name is more often meant than one that goes on. */
function namesOf(kind: FieldKind, begun: string, text: string, tables: Tables): string[] {
  switch (kind) {
    case 'comune':
      return currentComuni(tables, begun).map((name) => placeName(name, text));
    case 'country':
      return shortestFirst(tables.states.map(({ name }) => name.it).filter((name) => placeKey(name).startsWith(begun)));
    case 'street':
      return listed(tables.streets, begun);
    case 'surname':
      return listed(tables.names.surnames, begun).map((name) => inCapitalsOf(text, name));
    case 'given-name':
      return listed(tables.names.givenNames, begun).map((name) => inCapitalsOf(text, name));
    default:
      return [];
  }
}

function listed(list: ReadonlyMap<string, string>, begun: string): string[] {
  return shortestFirst([...list].filter(([key]) => key.startsWith(begun)).map(([, name]) => name));
}

/** A name as the list has it, in capitals where what was keyed so far is. */
function inCapitalsOf(text: string, name: string): string {
  return text === text.toLocaleUpperCase('it') ? name.toLocaleUpperCase('it') : name;
}

function currentComuni({ comuniByName }: Tables, begun: string): string[] {
  const names: string[] = [];
  for (const [key, comuni] of comuniByName) {
    const current = key.startsWith(begun) ? comuni.find(({ to }) => to === null) : undefined;
    if (current !== undefined) names.push(current.name);
  }
  return shortestFirst(names);
}

function shortestFirst(names: readonly string[]): string[] {
  return names.toSorted((left, right) => left.length - right.length || left.localeCompare(right, 'it'));
}
