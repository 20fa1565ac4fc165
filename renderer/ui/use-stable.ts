import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function at every rendering, which does what the latest one would: parts that are given it need not be drawn
 * again. To be called from events, never while rendering.
 */
export function useStable<Given extends readonly unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
