import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Hold, holdAgainMs } from '../../../contract/work.ts';
import { useMay, useStation } from '../../app/use-station.ts';

export interface HoldOnDocument {
  /** Who else has the document in hand; null while this window has it. */
  readonly taken: Extract<Hold, { kind: 'taken' }> | null;
  /** Whether this window may give words on the document now. */
  readonly free: boolean;
  takeOver(): Promise<void>;
}

/** Keeps a document in this window's hands for as long as it is on screen. Until the station says otherwise it is. */
export function useHold(documentId: string): HoldOnDocument {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const locked = useQuery(queries.session()).data?.locked === true;
  const onlyLooks = !useMay()('work.hold');
  const [known, setKnown] = useState<{ readonly documentId: string; readonly hold: Hold } | null>(null);
  const hold: Hold = known?.documentId === documentId ? known.hold : { kind: 'held' };

  const wasTaken = useRef(false);

  const ask = useCallback(async (): Promise<void> => {
    const answer = await station.work.hold({ documentId });
    setKnown({ documentId, hold: answer });
    const isTaken = answer.kind === 'taken';
    // In other hands it may have changed, and may again.
    if (isTaken !== wasTaken.current) {
      wasTaken.current = isTaken;
      await queryClient.invalidateQueries({ queryKey: queries.document(documentId).queryKey });
    }
  }, [station, queries, queryClient, documentId]);

  // At once after a lock too: somebody may have taken it over meanwhile.
  useEffect(() => {
    if (!onlyLooks && !locked) ask().catch(() => {});
  }, [ask, onlyLooks, locked]);

  useEffect(() => {
    if (onlyLooks) return;
    wasTaken.current = false;
    // A request that fails is made again at the next beat; the words themselves are refused until then.
    const timer = setInterval(() => ask().catch(() => {}), holdAgainMs);
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
