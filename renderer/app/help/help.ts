import { createContext, useContext } from 'react';

export interface Help {
  /** True while help lies over the screen: its keys then belong to the help. */
  readonly shown: boolean;
  showKeys(): void;
}

export const HelpContext = createContext<Help>({ shown: false, showKeys: () => {} });

export function useHelp(): Help {
  return useContext(HelpContext);
}
