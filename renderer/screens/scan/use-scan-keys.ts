import { useEffect, useRef } from 'react';
import type { ScanAction } from './session.ts';

/** Pausing and going on are one key: the hand need not look for another. */
export const actionKeys: Record<ScanAction, string> = { pause: 'F2', resume: 'F2', stop: 'F4', finish: 'F9' };

/** The keys of a running scan, wherever the focus is. Calls `run` with each action under the key; not all apply. */
export function useScanKeys(run: (action: ScanAction) => void, active: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const meant = (['pause', 'resume', 'stop', 'finish'] as const).filter(
        (action) => actionKeys[action] === event.key,
      );
      if (meant.length === 0) return;
      event.preventDefault();
      for (const action of meant) latest.current(action);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [active]);
}
