import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Account } from '../../contract/account.ts';
import type { StationClient } from './client.ts';
import { stationQueries } from './queries.ts';
import { useServices } from './services.ts';

export function useStation(): { readonly station: StationClient; readonly queries: ReturnType<typeof stationQueries> } {
  const { station } = useServices();
  return useMemo(() => ({ station, queries: stationQueries(station) }), [station]);
}

/** Who is signed in at this window; null before anyone is. */
export function useAccount(): Account | null {
  const { queries } = useStation();
  return useQuery(queries.session()).data?.account ?? null;
}
