import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Preferences, usualPreferences } from '../../contract/preferences.ts';
import { useAccount, useStation } from './use-station.ts';

/** How the person at this window wants the screens; as usual until the station has told, and before anyone is signed in. */
export function usePreferences(): Preferences {
  const { queries } = useStation();
  const account = useAccount();
  const chosen = useQuery({ ...queries.preferences(), enabled: account !== null });
  return account === null ? usualPreferences : (chosen.data ?? usualPreferences);
}

/** Puts the person's text size and contrast on the whole window. */
export function useApplyPreferences(): void {
  const { textPercent, contrast } = usePreferences();
  const systemWishesMore = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  const isHigh = contrast === 'high' || systemWishesMore;
  useEffect(() => {
    const { style, dataset } = document.documentElement;
    style.fontSize = textPercent === 100 ? '' : `${textPercent}%`;
    if (isHigh) dataset.contrast = 'high';
    else delete dataset.contrast;
  }, [textPercent, isHigh]);
}
