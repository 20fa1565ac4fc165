import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaitingDocument } from '../../../contract/work.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import type { WaitingCommand } from './keys.ts';

export interface Waiting {
  /** Null until the station has answered. */
  readonly documents: readonly WaitingDocument[] | null;
  /** Index of the document that the arrows are on. */
  readonly at: number;
  readonly current: WaitingDocument | null;
  /** What is asked about the current document before it is arranged. */
  readonly dialog: 'assign' | 'postpone' | null;
  readonly trouble: unknown;
  goTo(index: number): void;
  run(command: WaitingCommand): void;
  closeDialog(): void;
  /** Asks anew after something was arranged. */
  refresh(): Promise<void>;
}

/** The documents that wait for people, and what a supervisor arranges about the one that the arrows are on. */
export function useWaiting(): Waiting {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const verify = useQuery(queries.work('verify'));
  const approve = useQuery(queries.work('approve'));
  const [at, setAt] = useState(0);
  const [dialog, setDialog] = useState<Waiting['dialog']>(null);
  const isPending = verify.data === undefined || approve.data === undefined;
  const documents = isPending ? null : [...verify.data, ...approve.data];
  const last = Math.max(0, (documents?.length ?? 0) - 1);
  const current = documents?.[Math.min(at, last)] ?? null;

  const refresh = async (): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: ['work'] });
  };
  const setUrgent = useMutation({
    mutationFn: ({ document, urgent }: WaitingDocument) =>
      station.work.setUrgent({ documentId: document.id, urgent: !urgent }),
    onSuccess: refresh,
  });
  const resume = useMutation({
    mutationFn: ({ document }: WaitingDocument) => station.work.resume({ documentId: document.id }),
    onSuccess: refresh,
  });
  const takeOver = useMutation({
    mutationFn: ({ document }: WaitingDocument) => station.work.takeOver({ documentId: document.id }),
    onSuccess: (_taken, { document, task }) =>
      navigate({ screen: task, batchId: document.batchId, documentId: document.id }),
  });

  const run = (command: WaitingCommand): void => {
    if (current === null) return;
    switch (command) {
      case 'urgent':
        setUrgent.mutate(current);
        break;
      case 'postpone':
        if (current.postponed === null) setDialog('postpone');
        else resume.mutate(current);
        break;
      case 'assign':
        setDialog('assign');
        break;
      case 'take-over':
        takeOver.mutate(current);
        break;
    }
  };

  return {
    ...{ documents, current, dialog, run, refresh },
    at: Math.min(at, last),
    trouble: verify.error ?? approve.error ?? setUrgent.error ?? resume.error ?? takeOver.error,
    goTo: (index) => setAt(Math.max(0, Math.min(last, index))),
    closeDialog: () => setDialog(null),
  };
}
