import { useEffect, useRef, useState } from 'react';
import { minutesLeft, type Pace } from './time-left.ts';

/** Minutes until a batch is read, at the pace since the screen began to look; null while nobody can tell. */
export function useTimeLeft(done: number, total: number, running: boolean): number | null {
  const began = useRef<Pace | null>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const now = { atMs: Date.now(), done };
    // Pages that are put back into the queue begin the reckoning anew.
    if (!running || began.current === null || done < began.current.done) began.current = running ? now : null;
    setMinutes(began.current === null ? null : minutesLeft(began.current, now, total));
  }, [done, total, running]);
  return minutes;
}
