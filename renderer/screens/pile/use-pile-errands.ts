import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RescanPlace } from '../../../contract/pile.ts';
import { useServices } from '../../app/services.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { nextDoubt } from './outline.ts';
import type { Cursor } from './use-cursor.ts';

/** What is asked of the station beside edits. */
export interface PileErrands {
  /** Begins a scan of sheets for this place, and goes to its screen. */
  scan(place: RescanPlace): void;
  /** Puts the cursor on the next page behind a place that is in doubt. */
  findDoubt(from: number): void;
  /** Why one of them could not be done. */
  readonly trouble: unknown;
  forgetTrouble(): void;
}

export function usePileErrands(batchId: string, cursor: Cursor): PileErrands {
  const { t } = useTranslation();
  const { station } = useServices();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const scan = useMutation({
    mutationFn: (place: RescanPlace) => station.scans.rescan({ batchId, place }),
    onSuccess: () => navigate({ screen: 'scan', batchId }),
  });
  const doubts = useMutation({
    mutationFn: async (from: number) => nextDoubt(await station.piles.outline({ batchId }), from),
    onSuccess(place) {
      if (place === null) announce(t('pile.noDoubt'));
      else cursor.point(place, 'alone');
    },
  });
  return {
    scan: (place) => scan.mutate(place),
    findDoubt: (from) => doubts.mutate(from),
    trouble: scan.error ?? doubts.error,
    forgetTrouble() {
      if (scan.isError) scan.reset();
      if (doubts.isError) doubts.reset();
    },
  };
}
