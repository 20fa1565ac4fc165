import type { WaitingGroup } from '../../contract/oversight.ts';
import type { waitingDocuments } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { grouped } from './grouped.ts';
import { presentForm } from './present-form.ts';

type Waiting = ReturnType<typeof waitingDocuments>;

/** What waits by batch, form and state, the longest wait first. */
export function groupWaiting(waiting: Waiting, forms: Forms): WaitingGroup[] {
  return grouped(waiting, ({ batchId, formKey, state }) => `${batchId} ${state} ${formKey ?? ''}`)
    .map((group) => {
      const [{ batchId, batchName, batchCreatedAt, formKey, state }] = group;
      return {
        ...{ batchId, batchName, state, form: presentForm(forms, formKey) },
        documents: group.length,
        openFields: group.reduce((sum, { openFields }) => sum + openFields, 0),
        oldest: group.reduce(
          (oldest, { since }) => (since !== null && since < oldest ? since : oldest),
          group[0].since ?? batchCreatedAt,
        ),
      };
    })
    .toSorted((left, right) => left.oldest.localeCompare(right.oldest));
}
