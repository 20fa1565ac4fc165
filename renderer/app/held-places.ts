/** Where each person was when somebody else took the window, so that they come back to the same document. */
export interface HeldPlaces {
  keep(accountId: string, address: string): void;
  /** The address, once. */
  take(accountId: string): string | null;
}

export function createHeldPlaces(): HeldPlaces {
  const places = new Map<string, string>();
  return {
    keep: (accountId, address) => void places.set(accountId, address),
    take(accountId) {
      const address = places.get(accountId) ?? null;
      places.delete(accountId);
      return address;
    },
  };
}
