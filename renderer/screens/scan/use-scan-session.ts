import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import type { Trouble } from '../../app/errors.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { useWatch } from '../../app/use-watch.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { isPileDoubtful, type ScanAction } from './session.ts';

export interface ScanSessionState {
  /** Null until the station has told how the scan stands. */
  readonly view: ScanView | null;
  readonly trouble: Trouble | null;
  readonly actionTrouble: unknown;
  /** The action the station was asked for and has not answered yet. */
  readonly pending: ScanAction | null;
  /** True while a person is asked whether a pile that differs from the count is through all the same. */
  readonly confirming: boolean;
  act(action: ScanAction): void;
  /** Corrects the clerk's count; null where nobody counted. */
  expect(expectedSheets: number | null): void;
  finishAnyway(): void;
  cancelFinish(): void;
}

const announceEveryMs = 5_000;

/** A scan as it goes: its numbers follow the station, and what a person asks for goes there. */
export function useScanSession(batchId: string): ScanSessionState {
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const [view, setView] = useState<ScanView | null>(null);
  const [confirming, setConfirming] = useState(false);
  const speak = useSpokenScan();

  const take = (next: ScanView): void => {
    speak(next, view);
    setView(next);
    if (next.pages !== view?.pages || next.state !== view.state)
      void queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey }, { cancelRefetch: false });
  };
  const trouble = useWatch((signal) => station.scans.watch({ batchId }, { signal }), take);

  const ask = useMutation({
    mutationFn: ({ action, acceptDifference }: { action: ScanAction; acceptDifference: boolean }) => {
      if (action === 'finish') return station.scans.finish({ batchId, acceptDifference });
      return station.scans[action]({ batchId });
    },
    onSuccess: take,
  });

  const count = useMutation({
    mutationFn: (expectedSheets: number | null) => station.scans.expect({ batchId, expectedSheets }),
    onSuccess: take,
  });

  return {
    ...{ view, trouble, confirming },
    actionTrouble: ask.error ?? count.error,
    expect: count.mutate,
    pending: ask.isPending ? ask.variables.action : null,
    act(action) {
      if (view === null || ask.isPending) return;
      if (action === 'finish' && isPileDoubtful(view)) setConfirming(true);
      else ask.mutate({ action, acceptDifference: false });
    },
    finishAnyway() {
      setConfirming(false);
      ask.mutate({ action: 'finish', acceptDifference: true });
    },
    cancelFinish: () => setConfirming(false),
  };
}

/** Says to screen readers what changed: a stop at once, the count now and then. */
function useSpokenScan(): (next: ScanView, before: ScanView | null) => void {
  const { t, i18n } = useTranslation();
  const announce = useAnnounce();
  const spokenAtMs = useRef(0);
  return (next, before) => {
    const { state, stop, pages, sheets } = next;
    const count = t('scan.announce', { sheets, pages });
    if (before !== null && state !== before.state) {
      const reason = stop === null ? '' : textIn(i18n.language, stop.message);
      announce(`${t(`scanState.${state}`)}. ${reason} ${count}`, state === 'stopped' ? 'assertive' : 'polite');
      return;
    }
    if (pages === before?.pages || Date.now() - spokenAtMs.current < announceEveryMs) return;
    spokenAtMs.current = Date.now();
    announce(count);
  };
}
