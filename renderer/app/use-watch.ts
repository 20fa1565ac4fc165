import { useEffect, useRef, useState } from 'react';
import { type Trouble, troubleOf } from './errors.ts';

const pauseAfterFailureMs = 2_000;

/**
 * Follows a subscription of the station for as long as the component is on screen; what is followed is chosen when the
 * component appears and stays. A subscription that breaks is opened again after a pause; until it is, the trouble is returned so
 * that the screen can say so.
 */
export function useWatch<Value>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<Value>>,
  onValue: (value: Value) => void,
): Trouble | null {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const latest = useRef({ open, onValue });
  useEffect(() => {
    latest.current = { open, onValue };
  });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const follow = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          for await (const value of await latest.current.open(signal)) {
            if (signal.aborted) return;
            setTrouble(null);
            latest.current.onValue(value);
          }
        } catch (error) {
          if (signal.aborted) return;
          setTrouble(troubleOf(error));
        }
        await pause(pauseAfterFailureMs, signal);
      }
    };
    void follow();
    return () => controller.abort();
  }, []);

  return trouble;
}

function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    signal.addEventListener('abort', end);
  });
}
