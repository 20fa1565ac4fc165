import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, BatchProgress } from '../../../contract/batch.ts';
import type { Trouble } from '../../app/errors.ts';
import { useStation } from '../../app/use-station.ts';
import { useWatch } from '../../app/use-watch.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

const announceEveryMs = 5_000;

/** Follows a batch: its numbers change in place, and its lists are asked for again when the numbers say so. */
export function useBatchWatch(batchId: string): Trouble | null {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const spoken = useRef({ atMs: 0, text: '' });
  const before = useRef<BatchProgress | null>(null);

  const speak = (progress: BatchProgress): void => {
    const done = progress.pagesRead + progress.pagesQuarantined;
    const text = t('progress.announce', { done, total: progress.pages, count: progress.doubts });
    const due = !progress.running || Date.now() - spoken.current.atMs > announceEveryMs;
    if (!due || text === spoken.current.text) return;
    const isFirst = spoken.current.text === '';
    spoken.current = { atMs: Date.now(), text };
    if (!isFirst || progress.running) announce(text);
  };

  return useWatch(
    (signal) => station.batches.watch({ batchId }, { signal }),
    (progress) => {
      queryClient.setQueryData(queries.batch(batchId).queryKey, (batch?: Batch) => batch && { ...batch, progress });
      speak(progress);
      if (JSON.stringify(before.current) === JSON.stringify(progress)) return;
      before.current = progress;
      const { queryKey } = queries.batch(batchId);
      void queryClient.invalidateQueries(
        { predicate: (query) => query.queryKey[1] === queryKey[1] && query.queryKey.length > 2 },
        { cancelRefetch: false },
      );
    },
  );
}
