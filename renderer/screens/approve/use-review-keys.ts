import { useEffect, useRef } from 'react';

export interface ReviewKeys {
  approve(): void;
  sendBack(): void;
}

/** F9 approves, F7 sends back, wherever the focus is. */
export function useReviewKeys(keys: ReviewKeys, active: boolean): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!active) return;
    const hear = (event: KeyboardEvent): void => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.key !== 'F9' && event.key !== 'F7') return;
      event.preventDefault();
      if (event.key === 'F9') latest.current.approve();
      else latest.current.sendBack();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [active]);
}
