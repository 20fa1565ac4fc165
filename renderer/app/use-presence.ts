import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useServices } from './services.ts';
import { useForgetPerson } from './use-forget-person.ts';
import { useStation } from './use-station.ts';
import { useWatch } from './use-watch.ts';

/**
 * Keeps what the window knows of its session true: the station locks it by itself when nobody is there, and ends it when the
 * account is deactivated or its password changed.
 */
export function usePresence(): void {
  const { station, queries } = useStation();
  const { gate } = useServices();
  const queryClient = useQueryClient();
  const forgetPerson = useForgetPerson();
  useWatch(
    (signal) => station.session.watch(undefined, { signal }),
    (presence) => {
      gate.follow({ accountId: presence.account?.id ?? null, locked: presence.locked });
      const { queryKey } = queries.session();
      const wasSomebody = (queryClient.getQueryData(queryKey)?.account ?? null) !== null;
      queryClient.setQueryData(queryKey, (session) => session && { ...session, ...presence });
      if (wasSomebody && presence.account === null) void forgetPerson();
    },
  );
}

/** Often enough for the shortest lock that makes sense, seldom enough to cost nothing. */
const toldEveryMs = 20_000;

/** Tells the station that somebody is at the keyboard or the mouse. */
export function useActivity(active: boolean): void {
  const { station } = useStation();
  useEffect(() => {
    if (!active) return;
    let toldAtMs = 0;
    const tell = (): void => {
      if (Date.now() - toldAtMs < toldEveryMs) return;
      toldAtMs = Date.now();
      // When the station cannot be told, the window locks a little early.
      station.session.active().catch(() => {});
    };
    const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, tell, { passive: true, capture: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, tell, { capture: true });
    };
  }, [active, station]);
}
