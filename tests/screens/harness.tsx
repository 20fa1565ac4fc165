import { configure, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../../renderer/app/App.tsx';
import { createLanguageSwitch } from '../../renderer/app/i18n.ts';
import { createFixtureShell } from '../fixtures/renderer/shell.ts';
import { createState, type FixtureState } from '../fixtures/renderer/state.ts';
import { createFixtureRouter } from '../fixtures/renderer/station.ts';

/** What the document object model of the tests lacks and the screens ask for. */
export function installBrowserParts(): void {
  // The first screen loads slowly where others work on the same processors.
  configure({ asyncUtilTimeout: 10_000 });
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), {
      matches: false,
      media: query,
      onchange: null,
      addListener: () => {},
      removeListener: () => {},
    });
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}

export interface OpenApp {
  readonly state: FixtureState;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Opens the window at an address, signed in as one of the invented people or as nobody. */
export function openApp(
  address: string,
  name: string | null,
  change: (state: FixtureState) => void = () => {},
): OpenApp {
  const state = createState();
  state.current = state.accounts.find((account) => account.name === name) ?? null;
  change(state);
  window.location.hash = address;
  const memory = { getItem: () => 'it', setItem: () => {} };
  render(
    <App
      shell={createFixtureShell(createFixtureRouter(state), state.savedFiles)}
      pictures={(pageId, view) => `https://pictures.example/${pageId}/${view}`}
      languages={createLanguageSwitch(memory)}
    />,
  );
  return { state, user: userEvent.setup() };
}
