import { createContext, useContext } from 'react';
import type { ShellApi } from '../../contract/shell.ts';
import type { PictureCache } from '../canvas/picture-cache.ts';
import type { HeldFilter } from '../screens/batches/held-filter.ts';
import type { StationClient } from './client.ts';
import type { HeldPlaces } from './held-places.ts';
import type { Holds } from './holds.ts';
import type { LockGate } from './lock-gate.ts';
import type { PictureAddress } from './pictures.ts';

/** What every screen may reach: the station, the shell and the pictures of pages. */
export interface Services {
  readonly shell: ShellApi;
  readonly station: StationClient;
  readonly pictures: PictureAddress;
  readonly pictureCache: PictureCache;
  readonly thumbnailCache: PictureCache;
  readonly gate: LockGate;
  readonly heldPlaces: HeldPlaces;
  readonly heldFilter: HeldFilter;
  readonly holds: Holds;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('no services above this component');
  return services;
}
