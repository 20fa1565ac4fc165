import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Hold, holdAgainMs } from '../../../contract/work.ts';
import { useServices } from '../../app/services.ts';
import { useMay, useStation } from '../../app/use-station.ts';

export interface HoldOnDocument {
  /** Whether it must be waited for the station's word who has the document before it is shown. */
  readonly awaited: boolean;
  /** Why that word does not come; null while nothing is wrong. */
  readonly failure: Error | null;
  /** Who else has the document in hand; null while this window has it. */
  readonly taken: Extract<Hold, { kind: 'taken' }> | null;
  /** Whether this window may give words on the document now. */
  readonly free: boolean;
  askAgain(): void;
  takeOver(): Promise<void>;
}

interface Asked {
  /** Null while there is none. */
  readonly documentId: string | null;
  /** Whether the queue gave it to this window, which it does only while it is in nobody else's hands. */
  readonly offered: boolean;
}

const held: Hold = { kind: 'held' };

/**
 * Keeps a document in this window's hands for as long as it is on screen. Nobody may begin to type in one that somebody else
 * has, so the first one waits for the station's word; whoever goes on to the next of the queue types at once, and would lose keys
 * by waiting.
 */
export function useHold({ documentId, offered }: Asked): HoldOnDocument {
  const { queries } = useStation();
  const { holds } = useServices();
  const queryClient = useQueryClient();
  const locked = useQuery(queries.session()).data?.locked === true;
  const onlyLooks = !useMay()('work.hold');
  const [known, setKnown] = useState<{ readonly documentId: string; readonly hold: Hold } | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const wasTaken = useRef(false);

  const hear = useCallback(
    async (about: string, hold: Hold): Promise<void> => {
      setKnown({ documentId: about, hold });
      setFailure(null);
      const isTaken = hold.kind === 'taken';
      if (isTaken === wasTaken.current) return;
      // In other hands it may have changed, and may again.
      wasTaken.current = isTaken;
      await queryClient.invalidateQueries({ queryKey: queries.document(about).queryKey });
    },
    [queries, queryClient],
  );

  const ask = useCallback((): void => {
    if (documentId === null || onlyLooks) return;
    // A request that fails is made again at the next beat; the words themselves are refused until then.
    holds.hold(documentId).then((hold) => hear(documentId, hold), setFailure);
  }, [holds, documentId, onlyLooks, hear]);

  useEffect(() => {
    if (documentId === null || onlyLooks) return;
    wasTaken.current = false;
    setFailure(null);
    // What is not given back now is free in a minute, when nobody asks for it again.
    return () => void holds.release(documentId).catch(() => {});
  }, [holds, documentId, onlyLooks]);

  // A locked window keeps what it has; once it is unlocked somebody may have taken it over meanwhile.
  useEffect(() => {
    if (locked) return;
    ask();
    const timer = setInterval(ask, holdAgainMs);
    return () => clearInterval(timer);
  }, [ask, locked]);

  const isKnown = known !== null && (known.documentId === documentId || offered);
  const hold = known?.documentId === documentId ? known.hold : held;
  return {
    awaited: documentId !== null && !onlyLooks && !isKnown,
    failure,
    taken: hold.kind === 'taken' ? hold : null,
    free: hold.kind === 'held' && !onlyLooks,
    askAgain: ask,
    takeOver: async () => {
      if (documentId !== null) await hear(documentId, await holds.takeOver(documentId));
    },
  };
}
