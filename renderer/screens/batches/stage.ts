import type { BatchProgress } from '../../../contract/batch.ts';
import type { IconName } from '../../ui/Icon.tsx';
import type { Tone } from '../../ui/Notice.tsx';

/** What a batch waits for, in the words of the translations under `progress`. */
export type Stage = 'reading' | 'waiting' | 'toVerify' | 'toRescan' | 'toApprove' | 'toDeliver' | 'done' | 'attention';

/** Says what a batch waits for: the machine first, then people in the order of their work. */
export function stageOf(progress: BatchProgress): Stage {
  const { documents } = progress;
  if (progress.running) return 'reading';
  if ((documents.read ?? 0) + (documents.verifying ?? 0) > 0) return 'toVerify';
  if ((documents.rescan ?? 0) > 0) return 'toRescan';
  if ((documents.verified ?? 0) > 0) return 'toApprove';
  if ((documents.approved ?? 0) > 0) return 'toDeliver';
  if ((documents.delivered ?? 0) > 0) return 'done';
  if (progress.pagesQuarantined + progress.refused > 0) return 'attention';
  return 'waiting';
}

export const stageLook: Record<Stage, { readonly tone: Tone; readonly icon: IconName }> = {
  reading: { tone: 'muted', icon: 'wait' },
  waiting: { tone: 'muted', icon: 'wait' },
  toVerify: { tone: 'doubt', icon: 'doubtful' },
  toRescan: { tone: 'wrong', icon: 'warning' },
  toApprove: { tone: 'doubt', icon: 'person' },
  toDeliver: { tone: 'doubt', icon: 'stamp' },
  done: { tone: 'sure', icon: 'sure' },
  attention: { tone: 'wrong', icon: 'warning' },
};

export function countDocuments(progress: BatchProgress): number {
  return Object.values(progress.documents).reduce((sum, count) => sum + (count ?? 0), 0);
}
