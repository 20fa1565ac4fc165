import { type RefObject, useEffect } from 'react';

/**
 * Gives the focus to a list as soon as it is there, so that its keys are heard without a Tab first; not where a person is at
 * something else by then.
 */
export function useFirstFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement?.matches('body, h1, main, a') !== true) return;
    element.current?.focus({ preventScroll: true });
  }, [element]);
}
