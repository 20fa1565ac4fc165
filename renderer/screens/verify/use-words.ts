import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { DocumentDetail, Verdict } from '../../../contract/document.ts';
import { useAccount, useStation } from '../../app/use-station.ts';
import { withWord } from './flow.ts';

export interface Failure {
  readonly error: unknown;
  retry(): void;
}

export interface Words {
  /** How many words the station has not answered yet. */
  readonly pending: number;
  /** The last word that the station did not take. */
  readonly failure: Failure | null;
  decide(pointer: string, verdict: Verdict): void;
  takeBack(pointer: string): void;
  /** Resolves once every word given so far is answered. */
  settled(): Promise<void>;
}

/**
 * Takes a person's words on the fields of one document. Each shows at once and is sent in the order given, one at a
 * time; the station's answer replaces what was shown when no further word is on its way. A word that is refused is
 * undone on screen by asking for the document again.
 */
export function useWords(documentId: string, onAnswer: (document: DocumentDetail, pointer: string) => void): Words {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const by = useAccount()?.name ?? '';
  const chain = useRef(Promise.resolve());
  const waiting = useRef(0);
  const [pending, setPending] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { queryKey } = queries.document(documentId);

  const count = (change: 1 | -1): void => {
    waiting.current += change;
    setPending(waiting.current);
  };

  const send = (pointer: string, ask: () => Promise<DocumentDetail>, again: () => void): void => {
    count(1);
    void queryClient.cancelQueries({ queryKey });
    chain.current = chain.current.then(ask).then(
      (answer) => {
        count(-1);
        if (waiting.current === 0) queryClient.setQueryData(queryKey, answer);
        onAnswer(answer, pointer);
      },
      async (error: unknown) => {
        count(-1);
        setFailure({ error, retry: again });
        if (waiting.current === 0) await queryClient.invalidateQueries({ queryKey });
      },
    );
  };

  const decide = (pointer: string, verdict: Verdict): void => {
    setFailure(null);
    queryClient.setQueryData(
      queryKey,
      (document) => document && withWord(document, { pointer, verdict, by, at: new Date().toISOString() }),
    );
    send(
      pointer,
      () => station.verification.decide({ documentId, pointer, verdict }),
      () => decide(pointer, verdict),
    );
  };

  const takeBack = (pointer: string): void => {
    setFailure(null);
    send(
      pointer,
      () => station.verification.undo({ documentId, pointer }),
      () => takeBack(pointer),
    );
  };

  const settled = useCallback(() => chain.current, []);
  return { pending, failure, decide, takeBack, settled };
}
