import '@mantine/core/styles.css';
import './theme.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ShellApi } from '../../contract/shell.ts';
import { App } from './App.tsx';
import { createStationClient } from './client.ts';
import { createLanguageSwitch } from './i18n.ts';
import { type PictureAddress, pictureAddress } from './pictures.ts';

export interface StartOptions {
  readonly shell?: ShellApi;
  readonly pictures?: PictureAddress;
}

/** Builds the window's one React tree over the shell that the preload put on the window. Runs in the renderer process. */
export function startApp(options: StartOptions = {}): void {
  const shell = options.shell ?? window.tabularium;
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no element with id "root"');
  createRoot(root).render(
    <StrictMode>
      <App
        services={{
          shell,
          station: createStationClient(shell.station),
          pictures: options.pictures ?? pictureAddress,
        }}
        languages={createLanguageSwitch(window.localStorage)}
      />
    </StrictMode>,
  );
}
