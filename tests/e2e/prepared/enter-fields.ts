import type { FormPackage } from '../../../ocr/model/form.ts';
import { type Box, boxOfRect, mapBox } from '../../../ocr/model/geometry.ts';
import { type StoredDocument, setOpenFields } from '../../../station/store/documents.ts';
import type { Store } from '../../../station/store/store.ts';
import type { Knowledge } from '../../../station/verify/document-detail.ts';
import { countOpen } from '../../../station/verify/verification.ts';
import type { TruthDocument, TruthPage } from '../../../tools/samples/truth.ts';

export interface ReadAs {
  readonly form: FormPackage;
  readonly truth: TruthDocument;
  readonly page: TruthPage;
  readonly doubtful: readonly string[];
  readonly knowledge: Knowledge;
}

/** Puts in the fields of a document as if its page had been read without a mistake, surely but for the doubtful ones. */
export function enterFields(store: Store, document: StoredDocument, read: ReadAs): void {
  const { truth, doubtful, knowledge } = read;
  store.transact((transaction) => {
    for (const [pointer, { value, text }] of Object.entries(truth.fields)) {
      const doubt = doubtful.includes(pointer);
      const set = {
        ...{ value: JSON.stringify(value), raw: text, page: 0, candidates: '[]' },
        ...(doubt
          ? ({ status: 'doubtful', reason: 'low-confidence', confidence: 0.6 } as const)
          : ({ status: 'accepted', reason: null, confidence: 0.9995 } as const)),
        boxPx: JSON.stringify(boxOf(read, pointer, value)),
      };
      const update = transaction.query.updateTable('fields').set(set).where('documentId', '=', document.id);
      transaction.run(update.where('pointer', '=', pointer));
    }
    setOpenFields(transaction, document.id, countOpen(transaction, document, knowledge));
  });
}

/** Where the field's zone lies on the captured page; of boxes to tick, the one that is ticked. */
function boxOf({ form, page }: ReadAs, pointer: string, value: unknown): Box | null {
  const zones = form.layouts[0]?.pages[0]?.zones.filter(({ field }) => field === pointer) ?? [];
  const zone = zones.find((one) => one.kind === 'mark' && one.value === value) ?? zones[0];
  return zone === undefined ? null : mapBox(page.toCaptured, boxOfRect(zone.rectMm));
}
