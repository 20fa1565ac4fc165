import { cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixtureId, secret } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

beforeAll(installBrowserParts);
afterEach(cleanup);
afterEach(() => window.sessionStorage.clear());

const place = `#/batches/${fixtureId(2, 1)}/verify/${fixtureId(11, 1)}`;

/** Gives the window to one of the invented people. */
async function switchTo(user: UserEvent, name: RegExp): Promise<void> {
  const cover = document.querySelector<HTMLElement>('[data-lock]') ?? document.body;
  await user.click(within(cover).getByRole('button', { name: 'Cambia utente' }));
  await signIn(user, name);
}

async function signIn(user: UserEvent, name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('radio', { name }));
  await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
}

/** Counts how often an editor that could be typed in is on screen; returns what ends that with the count. */
function countEditable(): () => number {
  let count = 0;
  const watcher = new MutationObserver(() => {
    if (document.querySelector('[data-pointer] input:not([readonly])') !== null) count += 1;
  });
  watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
  return () => {
    watcher.disconnect();
    return count;
  };
}

describe('the cover of a locked window', () => {
  it('comes with a key, and leaves the document and what was half typed as they were until the right secret', async () => {
    const { user, state } = openApp(place, 'Bruno Sala');
    const editor = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Cognome' });
    await user.clear(editor);
    await user.type(editor, 'FERRANT');
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByRole('heading', { name: 'La finestra è bloccata' });
    await user.keyboard('{F2}');
    await user.type(screen.getByLabelText('Password'), 'sbagliata{Enter}');
    await screen.findByRole('alert');
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'La finestra è bloccata' })).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).value).toBe('FERRANT');
    expect(state.documents[0]?.fields[0]?.verification).toBeNull();
    expect(window.location.hash).toBe(place);
  });

  it('can be left to somebody else, and brings each person back to where they were', async () => {
    const { user } = openApp(place, 'Bruno Sala');
    await screen.findByRole('textbox', { name: 'Cognome' });
    await switchTo(user, /Chiara Venturi/);
    await screen.findByRole('heading', { name: 'Lotti' });
    await switchTo(user, /Bruno Sala/);
    await screen.findByRole('textbox', { name: 'Cognome' });
    expect(window.location.hash).toBe(place);
  });

  it('keeps what was half typed for its person, in no other hands', async () => {
    const { user, state } = openApp(place, 'Bruno Sala');
    const editor = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Cognome' });
    const before = editor.value;
    await user.clear(editor);
    await user.type(editor, 'QUAGLI');
    await user.click(screen.getByRole('button', { name: /^Blocca/ }));
    await screen.findByRole('heading', { name: 'La finestra è bloccata' });
    await switchTo(user, /Chiara Venturi/);
    await screen.findByRole('heading', { name: 'Lotti' });
    window.location.hash = place;
    const seen = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Cognome' });
    expect(seen.value).toBe(before);
    expect(document.body.innerHTML).not.toContain('QUAGLI');
    await switchTo(user, /Bruno Sala/);
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).value).toBe('QUAGLI'),
    );
    expect(state.documents[0]?.fields[0]?.verification).toBeNull();
  });

  it('keeps a comment that was being written for its person, in no other hands', async () => {
    const { user, state } = openApp(place, 'Bruno Sala');
    await screen.findByRole('textbox', { name: 'Cognome' });
    await user.keyboard('{F7}');
    await user.type(await screen.findByRole('textbox', { name: 'Commento' }), 'Da richiam');
    await user.click(screen.getByRole('button', { name: /^Blocca/, hidden: true }));
    await screen.findByRole('heading', { name: 'La finestra è bloccata' });
    await switchTo(user, /Chiara Venturi/);
    await screen.findByRole('heading', { name: 'Lotti' });
    expect(document.body.innerHTML).not.toContain('Da richiam');
    await switchTo(user, /Bruno Sala/);
    const comment = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Commento' });
    expect(comment.value).toBe('Da richiam');
    await user.type(comment, 'are{Escape}');
    await user.keyboard('{F7}');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Commento' })).value).toBe('');
    expect(state.comments.size).toBe(0);
  });

  it('says what was half typed where somebody else has decided the field meanwhile', async () => {
    const { user } = openApp(place, 'Bruno Sala');
    await user.type(await screen.findByRole('textbox', { name: 'Cognome' }), 'X');
    await switchTo(user, /Chiara Venturi/);
    await screen.findByRole('heading', { name: 'Lotti' });
    window.location.hash = place;
    await user.type(await screen.findByRole('textbox', { name: 'Cognome' }), '{F2}');
    await switchTo(user, /Bruno Sala/);
    await screen.findByText(/il campo «Cognome» è stato deciso/);
  });

  it('comes over an open dialog too, lets nobody into it, and gives it back with its text and the focus', async () => {
    const { user } = openApp(place, 'Bruno Sala');
    await screen.findByRole('textbox', { name: 'Cognome' });
    await user.keyboard('{F7}');
    const comment = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Commento' });
    await user.type(comment, 'Da richiam');
    await user.keyboard('{Control>}l{/Control}');
    await screen.findByRole('heading', { name: 'La finestra è bloccata' });
    expect(comment.closest('[inert]')).not.toBeNull();
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await waitFor(() => expect(document.activeElement).toBe(comment));
    expect(comment.value).toBe('Da richiam');
    expect(comment.closest('[inert]')).toBeNull();
  });
});

describe('a page that is loaded anew', () => {
  it('brings its person back to where they were, and nobody else', async () => {
    const { user } = openApp('#/batches', null);
    await signIn(user, /Bruno Sala/);
    window.location.hash = place;
    await screen.findByRole('textbox', { name: 'Cognome' });
    cleanup();
    await signIn(openApp(window.location.hash, null).user, /Bruno Sala/);
    await screen.findByRole('textbox', { name: 'Cognome' });
    cleanup();
    await signIn(openApp(window.location.hash, null).user, /Chiara Venturi/);
    await screen.findByRole('heading', { name: 'Lotti' });
    expect(window.location.hash).toBe('#/batches');
  });
});

describe('a document that a colleague has in hand', () => {
  it('is shown with who has it, cannot be changed, and can be taken over', async () => {
    const { user, state } = openApp(place, 'Chiara Venturi', ({ taken }) => {
      taken.set(fixtureId(11, 1), 'Bruno Sala');
    });
    await screen.findByText(/in mano a Bruno Sala/);
    await user.keyboard('{F2}{F3}');
    expect(state.documents[0]?.fields[0]?.verification).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).readOnly).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Prendi in carico' }));
    await waitFor(() => expect(screen.queryByText(/in mano a Bruno Sala/)).toBeNull());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).readOnly).toBe(false);
  });

  it('is never shown as one that can be typed in, however late the station says who has it', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const editable = countEditable();
    openApp(place, 'Chiara Venturi', (state) => {
      state.taken.set(fixtureId(11, 1), 'Bruno Sala');
      state.beforeHolds = promise;
    });
    // Long after everything else of the document is there.
    setTimeout(resolve, 300);
    await screen.findByText(/in mano a Bruno Sala/);
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' }).readOnly).toBe(true);
    expect(editable()).toBe(0);
  });

  it('is not waited for by who goes on to the next of the queue, and would lose keys', async () => {
    const { user, state } = openApp(place, 'Bruno Sala');
    await screen.findByRole('textbox', { name: 'Cognome' });
    state.beforeHolds = new Promise(() => {});
    await user.keyboard('{Control>}{PageDown}{/Control}');
    await waitFor(() => expect(window.location.hash).not.toBe(place));
    const [editor] = await screen.findAllByRole<HTMLInputElement>('textbox');
    expect(editor?.readOnly).toBe(false);
  });
});
