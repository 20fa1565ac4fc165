import { z } from 'zod';
import { chooseFormByLabels } from '../../ocr/extract/pairs/choose-form.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import { type FormPackage, formKey } from '../../ocr/model/form.ts';
import { pairSchema } from '../../ocr/model/reading.ts';

/**
 * Tells the form of a page without a layout from the JSON of its pairs; null where none fits. The pairs are asked for only
 * where there is a form to choose: getting at them is dear.
 */
export type FormByLabels = (pairsJson: () => string | null) => string | null;

/** Makes the choice among the installed forms that have no layout. Each page is looked at once. */
export function createFormByLabels(installed: ReadonlyMap<string, FormPackage>, tables: Tables): FormByLabels {
  const forms = [...installed.values()].filter(({ layouts }) => layouts.length === 0);
  const known = new Map<string, string | null>();
  return (readPairs) => {
    if (forms.length === 0) return null;
    const pairsJson = readPairs();
    if (pairsJson === null) return null;
    const before = known.get(pairsJson);
    if (before !== undefined) return before;
    const form = chooseFormByLabels(forms, z.array(pairSchema).parse(JSON.parse(pairsJson)), tables);
    const key = form === null ? null : formKey(form.manifest);
    known.set(pairsJson, key);
    return key;
  };
}
