import '@mantine/core/styles.css';
import './theme.css';
import './base.css';
import { notifyManager } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ShellApi } from '../../contract/shell.ts';
import { App } from './App.tsx';
import { createLanguageSwitch } from './i18n.ts';
import { createPictureAddress, type PictureAddress } from './pictures.ts';

export interface StartOptions {
  readonly shell?: ShellApi;
  readonly pictures?: PictureAddress;
}

/** Builds the window's one React tree over the shell that the preload put on the window. Runs in the renderer process. */
export function startApp({ shell = window.tabularium, pictures }: StartOptions = {}): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with id "root"');
  // What a key changed among the answers kept is drawn in the same frame as what it changed on screen, not by a timer after it.
  notifyManager.setScheduler(queueMicrotask);
  createRoot(root).render(
    <StrictMode>
      <App
        shell={shell}
        pictures={pictures ?? createPictureAddress(window.location.href)}
        languages={createLanguageSwitch(window.localStorage)}
      />
    </StrictMode>,
  );
}
