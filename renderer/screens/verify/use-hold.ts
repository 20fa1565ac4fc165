import { useCallback, useEffect, useState } from 'react';
import { type Hold, holdAgainMs } from '../../../contract/work.ts';
import { useAccount, useStation } from '../../app/use-station.ts';

export interface HoldOnDocument {
  /** Who else has the document in hand; null while this window has it. */
  readonly taken: Extract<Hold, { kind: 'taken' }> | null;
  /** Whether this window may give words on the document now. */
  readonly free: boolean;
  takeOver(): Promise<void>;
}

/** Keeps a document in this window's hands for as long as it is on screen. Until the station says otherwise it is. */
export function useHold(documentId: string): HoldOnDocument {
  const { station } = useStation();
  const onlyLooks = useAccount()?.role === 'auditor';
  const [known, setKnown] = useState<{ readonly documentId: string; readonly hold: Hold } | null>(null);
  const hold: Hold = known?.documentId === documentId ? known.hold : { kind: 'held' };

  const ask = useCallback(async (): Promise<void> => {
    setKnown({ documentId, hold: await station.work.hold({ documentId }) });
  }, [station, documentId]);

  useEffect(() => {
    if (onlyLooks) return;
    // A request that fails is made again at the next beat; the words themselves are refused until then.
    const beat = (): void => void ask().catch(() => {});
    beat();
    const timer = setInterval(beat, holdAgainMs);
    return () => {
      clearInterval(timer);
      station.work.release({ documentId }).catch(() => {});
    };
  }, [ask, documentId, onlyLooks, station]);

  return {
    taken: hold.kind === 'taken' ? hold : null,
    free: hold.kind === 'held' && !onlyLooks,
    takeOver: async () => {
      await station.work.takeOver({ documentId });
      await ask();
    },
  };
}
