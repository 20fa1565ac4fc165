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
  /** How many words on this document the station has not answered yet. */
  readonly pending: number;
  /** The last word on this document that the station did not take. */
  readonly failure: Failure | null;
  decide(pointer: string, verdict: Verdict): void;
  takeBack(pointer: string): void;
  /** Resolves once every word given so far is answered. */
  settled(): Promise<void>;
}

/**
 * Takes a person's words on the fields of the document in hand. Each shows at once and is sent in the order given, one at a
 * time; the station's answer replaces what was shown when no further word is on its way. A word that is refused is
 * undone on screen by asking for the document again.
 */
export function useWords(documentId: string, onAnswer: (document: DocumentDetail, pointer: string) => void): Words {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const by = useAccount()?.name ?? '';
  const chain = useRef(Promise.resolve());
  const waiting = useRef(new Map<string, number>());
  const [pending, setPending] = useState<ReadonlyMap<string, number>>(new Map());
  const [failed, setFailed] = useState<(Failure & { readonly documentId: string }) | null>(null);
  const { queryKey } = queries.document(documentId);

  const waitingHere = (): number => waiting.current.get(documentId) ?? 0;
  const count = (change: 1 | -1): void => {
    waiting.current.set(documentId, waitingHere() + change);
    if (waitingHere() === 0) waiting.current.delete(documentId);
    setPending(new Map(waiting.current));
  };

  const send = (pointer: string, ask: () => Promise<DocumentDetail>, again: () => void): void => {
    count(1);
    void queryClient.cancelQueries({ queryKey });
    chain.current = chain.current.then(ask).then(
      (answer) => {
        count(-1);
        if (waitingHere() === 0) queryClient.setQueryData(queryKey, answer);
        onAnswer(answer, pointer);
      },
      async (error: unknown) => {
        count(-1);
        setFailed({ documentId, error, retry: again });
        if (waitingHere() === 0) await queryClient.invalidateQueries({ queryKey });
      },
    );
  };

  const decide = (pointer: string, verdict: Verdict): void => {
    // Before anything else, so that the field's word and the way to the next field are drawn together.
    queryClient.setQueryData(
      queryKey,
      (document) => document && withWord(document, { pointer, verdict, by, at: new Date().toISOString() }),
    );
    setFailed(null);
    send(
      pointer,
      () => station.verification.decide({ documentId, pointer, verdict }),
      () => decide(pointer, verdict),
    );
  };

  const takeBack = (pointer: string): void => {
    setFailed(null);
    send(
      pointer,
      () => station.verification.undo({ documentId, pointer }),
      () => takeBack(pointer),
    );
  };

  const settled = useCallback(() => chain.current, []);
  return {
    pending: pending.get(documentId) ?? 0,
    failure: failed?.documentId === documentId ? failed : null,
    ...{ decide, takeBack, settled },
  };
}
