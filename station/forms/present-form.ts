import type { FormFieldKind, FormSummary, InstalledForm } from '../../contract/form.ts';
import { describeFields, type FieldDescription, rowPointers } from '../../ocr/extract/describe.ts';
import { type FormPackage, formKey, type Zone } from '../../ocr/model/form.ts';
import { lastEvent } from '../audit/last-event.ts';
import type { StationCore } from '../core.ts';
import { namesOfAccounts } from '../store/accounts.ts';
import { countDocumentsByForm } from '../store/documents.ts';
import { retiredForms } from '../store/retired-forms.ts';
import type { RetiredFormRow } from '../store/tables/forms.ts';

/** A form as whoever holds a paper asks for it. */
export function presentForm(form: FormPackage): FormSummary {
  const { manifest, layouts } = form;
  return {
    key: formKey(manifest),
    version: manifest.version,
    title: manifest.title,
    description: manifest.description ?? null,
    service: manifest.service.title,
    pages: layouts.length === 0 ? null : Math.max(...layouts.map(({ pages }) => pages.length)),
    editions: layouts.map(({ title }) => title),
    fields: countFields(form),
  };
}

/** Every form of the station, with how much was read with it and since when it is there. */
export async function presentForms({ store, forms }: Pick<StationCore, 'store' | 'forms'>): Promise<InstalledForm[]> {
  const counts = countDocumentsByForm(store);
  const retired = retiredForms(store);
  const names = namesOfAccounts(store);
  return [...(await forms.byKey()).values()].map((form) => {
    const summary = presentForm(form);
    const added = forms.isBuiltIn(form) ? null : lastEvent(store, summary.key, 'form.added');
    return {
      ...summary,
      documents: counts.get(summary.key) ?? 0,
      added: added && { at: added.at, by: added.by },
      retired: presentRetired(retired.get(summary.key), names),
    };
  });
}

function presentRetired(row: RetiredFormRow | undefined, names: ReadonlyMap<string, string>): InstalledForm['retired'] {
  return row === undefined ? null : { at: row.retiredAt, by: names.get(row.retiredBy) ?? row.retiredBy };
}

function countFields(form: FormPackage): FormSummary['fields'] {
  const zones = zonesByField(form);
  const fields = describeFields(form);
  const rows = new Set([...fields.flatMap(({ row }) => row?.rows ?? []), ...rowPointers(form.schema)]);
  const counts = new Map<FormFieldKind, number>();
  for (const field of fields) {
    if (field.row !== null) continue;
    const kind = kindOf(field, zones.get(field.pointer));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  if (rows.size > 0) counts.set('table', rows.size);
  return Object.fromEntries(counts);
}

function zonesByField({ layouts }: FormPackage): ReadonlyMap<string, Zone['kind']> {
  const zones = layouts.flatMap(({ pages }) => pages.flatMap((page) => page.zones));
  return new Map(zones.map(({ field, kind }) => [field, kind]));
}

function kindOf({ options, type, kind }: FieldDescription, zone: Zone['kind'] | undefined): FormFieldKind {
  if (zone === 'signature') return 'signature';
  if (zone === 'barcode') return 'code';
  if (options.length > 0) return 'choice';
  if (type === 'boolean') return 'mark';
  if (kind === 'date') return 'date';
  return type === 'number' || kind === 'number' || kind === 'amount' ? 'number' : 'text';
}
