import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { afterFrame } from '../../ui/after-frame.ts';
import { useGoOn } from './use-go-on.ts';

/** A document that the station did not close. */
export interface Unfinished {
  readonly document: DocumentDetail;
  readonly error: unknown;
}

export interface Finishing {
  /** The document that nothing follows and whose answer is waited for; null while nobody waits. */
  readonly awaited: string | null;
  /** What was left behind as finished and is not; told until it is dismissed or closed after all. */
  readonly unfinished: readonly Unfinished[];
  /**
   * Finishes a document once its words are settled. Where another waits it is opened at once, and the answer comes behind it.
   * `onFinished` is told what the station made of it.
   */
  finish(document: DocumentDetail, settled: () => Promise<void>, onFinished: (finished: DocumentDetail) => void): void;
}

/** Closes documents of the verification screen. It outlives the workbench of each, so that a late refusal is still told. */
export function useFinishing(): Finishing {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const goOn = useGoOn('verify');
  const announce = useAnnounce();
  const [awaited, setAwaited] = useState<string | null>(null);
  const [unfinished, setUnfinished] = useState<readonly Unfinished[]>([]);
  // Left, but not closed yet: a queue that is asked for meanwhile still names them.
  const closing = useRef(new Set<string>());

  const finish: Finishing['finish'] = (document, settled, onFinished) => {
    const { id, batchId } = document;
    closing.current.add(id);
    const queue = queryClient.getQueryData(queries.queue(batchId, 'verify').queryKey) ?? [];
    const last = queue.every((waiting) => closing.current.has(waiting.id));
    setUnfinished((before) => before.filter((one) => one.document.id !== id));
    if (last) setAwaited(id);
    else goOn.leave(document, closing.current);
    const close = async (): Promise<void> => {
      await settled();
      // The next document first: this one is left already.
      if (!last) await new Promise<void>(afterFrame);
      const finished = await station.verification.finish({ documentId: id });
      onFinished(finished);
      goOn.settle(finished);
      if (last && !goOn.leave(finished, closing.current)) announce(t('verify.finished'));
    };
    close()
      .catch((error: unknown) => {
        setUnfinished((before) => [...before, { document, error }]);
        void queryClient.invalidateQueries({ queryKey: queries.document(id).queryKey });
        void queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey });
      })
      .finally(() => {
        closing.current.delete(id);
        setAwaited((before) => (before === id ? null : before));
      });
  };
  return { awaited, unfinished, finish };
}
