import { fileURLToPath } from 'node:url';
import { sameValue } from '../../../ocr/extract/same-value.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation } from '../../../station/station.ts';
import { listAccounts } from '../../../station/store/accounts.ts';
import { listDocuments } from '../../../station/store/documents.ts';
import { createVerification } from '../../../station/verify/verification.ts';
import { truthOfDocument } from '../../../tools/demo/truth-by-document.ts';
import { strokesByHand } from './keyed-by-hand.ts';
import { operator, type PileName, type ReadPile } from './read-piles.ts';

/** What the verified records of a pile are worth. */
export interface Outcome {
  readonly pile: PileName;
  /** Filled-in forms of the pile. */
  readonly documents: number;
  /** Forms that were not recognised as such. */
  readonly formless: number;
  readonly fields: number;
  /** Fields whose value is not what the page says, whoever accepted them. */
  readonly wrong: number;
  /** Keystrokes of keying all recognised documents from the page. */
  readonly byHand: number;
}

/** Compares every record of the workstation with the truth, field by field. */
export async function inspectOutcome(folder: string, piles: readonly ReadPile[]): Promise<Outcome[]> {
  const station = await openStation({
    ...{ folder, clock: () => new Date(), logger: createLogger('warn') },
    resources: findResources(fileURLToPath(new URL('../../../resources', import.meta.url))),
  });
  const { store } = station;
  try {
    const verification = createVerification(station);
    const viewer = listAccounts(store).find(({ name }) => name === operator.name);
    if (viewer === undefined) throw new Error('the operator has no account');
    const outcomes: Outcome[] = [];
    for (const { name, truth } of piles) {
      const batch = store.first(store.query.selectFrom('batches').select('id').where('name', '=', name));
      const counts = {
        documents: truth.documents.length,
        formless: truth.documents.length,
        fields: 0,
        wrong: 0,
        byHand: 0,
      };
      for (const { id, formKey } of listDocuments(store, batch?.id ?? '')) {
        const detail = await verification.get(viewer, id);
        const sample = truthOfDocument(truth, detail);
        if (formKey === null || sample === undefined) continue;
        const fields = new Map(detail.fields.map((field) => [field.pointer, field]));
        const pointers = Object.keys(sample.fields);
        const isRight = (pointer: string) =>
          sameValue(fields.get(pointer)?.value ?? null, sample.fields[pointer]?.value ?? null);
        const isListed = (pointer: string) => fields.get(pointer)?.editor.kind === 'choice';
        const wrong = pointers.filter((pointer) => !isRight(pointer));
        for (const pointer of wrong) process.stderr.write(`wrong: ${sample.id} ${pointer}\n`);
        counts.formless -= 1;
        counts.fields += pointers.length;
        counts.wrong += wrong.length;
        counts.byHand += strokesByHand(sample, isListed);
      }
      outcomes.push({ pile: name, ...counts });
    }
    return outcomes;
  } finally {
    await station.close();
  }
}
