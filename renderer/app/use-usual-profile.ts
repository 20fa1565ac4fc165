import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile } from '../../contract/batch.ts';
import { useStation } from './use-station.ts';

/**
 * The profile that a new pile most likely has: that of the newest batch, as it is known when the screen opens. Whoever works
 * through a shelf seldom changes what the piles are.
 */
export function useUsualProfile(profiles: readonly Profile[]): Profile | null {
  const { queries } = useStation();
  const queryClient = useQueryClient();
  const [newest] = useState(() =>
    (queryClient.getQueryData(queries.batches().queryKey) ?? [])
      .filter(({ practice }) => !practice)
      .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
      .at(0),
  );
  return profiles.find(({ id }) => id === newest?.profileId) ?? profiles[0] ?? null;
}
