import { useEffect, useRef } from 'react';

/** Runs `act` when a key that writes nothing is pressed alone, wherever the focus is. Holding it down does not repeat it. */
export function useKey(key: string, act: () => void, active = true): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.key !== key || event.repeat || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [key, active]);
}
