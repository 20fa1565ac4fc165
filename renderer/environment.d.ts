/// <reference types="vite/client" />
import type { ShellApi } from '../contract/shell.ts';

declare global {
  interface Window {
    /** Put here by the preload before any script of the page runs. */
    readonly tabularium: ShellApi;
  }
}
