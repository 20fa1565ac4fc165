import { useState } from 'react';

export interface Earlier {
  /** How many pictures back the page is shown; 0 as it is now. */
  readonly stepsBack: number;
  /** One picture further back. Whoever shows them goes round to the present one after the oldest. */
  step(): void;
}

/** Looking back at what a page took the place of. It ends when the cursor goes to another page. */
export function useEarlier(pageId: string | null): Earlier {
  const [back, setBack] = useState<{ readonly pageId: string | null; readonly steps: number }>({ pageId, steps: 0 });
  const stepsBack = back.pageId === pageId ? back.steps : 0;
  return { stepsBack, step: () => setBack({ pageId, steps: stepsBack + 1 }) };
}
