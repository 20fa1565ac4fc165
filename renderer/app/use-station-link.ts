import { useEffect, useRef, useState } from 'react';
import type { ShellApi, StationState } from '../../contract/shell.ts';
import { connectStation, type StationLink } from './client.ts';

export interface LinkedStation {
  readonly link: StationLink;
  /** Counts the links made; everything that hangs on a link begins anew with the next. */
  readonly turn: number;
  readonly state: StationState;
}

/**
 * Keeps a link to the station. When its process had to be started again, the old link and the session on it are gone:
 * a new one is made, and whoever was signed in signs in again.
 */
export function useStationLink(wire: ShellApi['station']): LinkedStation {
  const [linked, setLinked] = useState<LinkedStation>(() => ({
    link: connectStation(wire),
    turn: 0,
    state: { kind: 'starting' },
  }));
  const latest = useRef(linked);
  useEffect(
    () =>
      wire.onState((state) => {
        const { link, turn, state: before } = latest.current;
        const lost = before.kind === 'restarting' && state.kind === 'ready';
        if (lost) link.close();
        latest.current = lost ? { link: connectStation(wire), turn: turn + 1, state } : { link, turn, state };
        setLinked(latest.current);
      }),
    [wire],
  );
  return linked;
}
