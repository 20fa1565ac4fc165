import type { WaitingGroup } from '../../contract/oversight.ts';
import type { waitingDocuments } from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { presentForm } from './present-form.ts';

/** What waits by batch, form and state, the longest wait first. */
export function presentWaiting(waiting: ReturnType<typeof waitingDocuments>, forms: Forms): WaitingGroup[] {
  return waiting.map(({ formKey, ...group }) => ({
    ...group,
    // Nobody is asked about a document that waits for its paper.
    openFields: group.state === 'rescan' ? 0 : group.openFields,
    form: presentForm(forms, formKey),
  }));
}
