import { useEffect, useState } from 'react';

/**
 * Gives the focus back to where it was before, when what uses this goes: else it would be nowhere, and no screen would hear
 * its keys. Leaves it where it is if it has been put somewhere meanwhile.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    // What took the place of another finds the focus where the other gave it back.
    const before = opener?.isConnected === true ? opener : document.activeElement;
    return () => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [opener]);
}
