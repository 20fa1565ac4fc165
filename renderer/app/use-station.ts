import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Account } from '../../contract/account.ts';
import type { Verb } from '../../contract/contract.ts';
import type { StationClient } from './client.ts';
import { type StationQueries, stationQueries } from './queries.ts';
import { useServices } from './services.ts';

export function useStation(): { readonly station: StationClient; readonly queries: StationQueries } {
  const { station } = useServices();
  return useMemo(() => ({ station, queries: stationQueries(station) }), [station]);
}

/** Who is signed in at this window; null before anyone is. */
export function useAccount(): Account | null {
  const { queries } = useStation();
  return useQuery(queries.session()).data?.account ?? null;
}

/** Everybody who has an account or had one, for telling who did something. */
export function useEverybody(): readonly Account[] {
  const { queries } = useStation();
  const session = useQuery(queries.session()).data;
  return session === undefined ? [] : [...session.accounts, ...session.deactivated];
}

/** Whether the person at this window may ask something of the station: what would be refused is not offered. */
export function useMay(): (verb: Verb) => boolean {
  const { queries } = useStation();
  const verbs = useQuery(queries.session()).data?.verbs;
  return (verb) => verbs?.includes(verb) === true;
}
