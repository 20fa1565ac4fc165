import type { DocumentState } from '../../contract/batch.ts';
import type { IconName } from './Icon.tsx';
import type { Tone } from './Notice.tsx';

/** How a document's state looks. The word beside it is `documentState.<state>` of the translations. */
export const documentStateLook: Record<DocumentState, { readonly tone: Tone; readonly icon: IconName }> = {
  read: { tone: 'doubt', icon: 'doubtful' },
  verifying: { tone: 'doubt', icon: 'person' },
  verified: { tone: 'muted', icon: 'sure' },
  approved: { tone: 'sure', icon: 'sure' },
  delivered: { tone: 'sure', icon: 'stamp' },
  rescan: { tone: 'wrong', icon: 'warning' },
  quarantined: { tone: 'wrong', icon: 'warning' },
};
