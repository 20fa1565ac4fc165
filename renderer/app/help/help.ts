import { createContext, useContext } from 'react';
import type { HelpCommand } from './help-command.ts';

export interface Help {
  /** True while help lies over the screen: its keys then belong to the help. */
  readonly shown: boolean;
  show(what: HelpCommand): void;
}

export const HelpContext = createContext<Help>({ shown: false, show: () => {} });

export function useHelp(): Help {
  return useContext(HelpContext);
}
