import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PileView } from '../../../contract/pile.ts';
import type { StationClient } from '../../app/client.ts';
import type { Trouble } from '../../app/errors.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { useWatch } from '../../app/use-watch.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

/** Changes the pile and resolves to how it then is. */
export type PileEdit = (piles: StationClient['piles']) => Promise<PileView>;

export interface Pile {
  /** Null until the station has told. */
  readonly view: PileView | null;
  readonly trouble: Trouble | null;
  readonly editTrouble: unknown;
  readonly editing: boolean;
  /**
   * Makes one edit after the other; what the station refuses is told and changes nothing. `said` is told of one that was
   * made; the title that the station gives it where nothing is said.
   */
  edit(edit: PileEdit, after?: (view: PileView) => void, said?: string): void;
  /** Takes what was refused from the screen. */
  forgetTrouble(): void;
}

interface WantedEdit {
  readonly run: PileEdit;
  readonly after: ((next: PileView) => void) | undefined;
  readonly said: string | undefined;
}

/** The pile as the station holds it, followed while it is on screen. */
export function usePile(batchId: string): Pile {
  const { i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const { queryKey } = queries.pile(batchId);
  const take = (next: PileView): void => {
    queryClient.setQueryData(queryKey, (view?: PileView) =>
      view !== undefined && view.revision > next.revision ? view : next,
    );
  };
  const trouble = useWatch((signal) => station.piles.watch({ batchId }, { signal }), take);
  const view = useQuery({ ...queries.pile(batchId), enabled: false }).data ?? null;
  const edit = useMutation({
    mutationFn: ({ run }: WantedEdit) => run(station.piles),
    // One edit at a time: the next one may be about pages that this one moves.
    scope: { id: `pile ${batchId}` },
    onSuccess(next, { after, said }) {
      const made = next.undo ?? next.redo;
      take(next);
      if (said !== undefined) announce(said);
      else if (made !== null) announce(textIn(i18n.language, made.title));
      after?.(next);
    },
  });
  return {
    ...{ view, trouble },
    editTrouble: edit.error,
    editing: edit.isPending,
    edit: (run, after, said) => edit.mutate({ run, after, said }),
    forgetTrouble() {
      if (edit.isError) edit.reset();
    },
  };
}
