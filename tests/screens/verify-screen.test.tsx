import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Field } from '../../contract/document.ts';
import type { FixtureState } from '../fixtures/renderer/state.ts';
import { fixtureId } from '../fixtures/renderer/state.ts';
import { installBrowserParts, openApp } from './harness.tsx';

const batch = `#/batches/${fixtureId(2, 1)}`;
const firstDocument = fixtureId(11, 1);

beforeAll(installBrowserParts);
afterEach(cleanup);

function fieldOf(state: FixtureState, pointer: string): Field | undefined {
  return state.documents[0]?.fields.find((field) => field.pointer === pointer);
}

async function openFirst() {
  const opened = openApp(`${batch}/verify`, 'Bruno Sala');
  await screen.findByRole('textbox', { name: 'Cognome' });
  return opened;
}

describe('the verification screen', () => {
  test('opens the first document that waits, with the caret on its first doubtful field', async () => {
    await openFirst();
    expect(window.location.hash).toBe(`${batch}/verify/${firstDocument}`);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' }));
  });

  test('confirms with Enter and goes to the next doubtful field', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{Enter}');
    const next = screen.getByRole('textbox', { name: 'Data di nascita' });
    expect(document.activeElement).toBe(next);
    expect(next).toHaveProperty('value', '07/03/1984');
    await waitFor(() => expect(fieldOf(state, '/richiedente/cognome')?.verification?.verdict).toBe('confirm'));
  });

  test('replaces the value by typing, and Escape brings it back', async () => {
    const { state, user } = await openFirst();
    const input = screen.getByRole('textbox', { name: 'Cognome' });
    await user.keyboard('{Escape}Ferr');
    expect(input).toHaveProperty('value', 'Ferr');
    await user.keyboard('{Escape}');
    expect(input).toHaveProperty('value', 'FERRANTINI');
    await user.clear(input);
    await user.keyboard('Ferrandini{Enter}');
    await waitFor(() =>
      expect(fieldOf(state, '/richiedente/cognome')).toMatchObject({
        value: 'Ferrandini',
        verification: { verdict: 'key' },
      }),
    );
  });

  test('keeps what is typed in a field again while its word before is still being saved', async () => {
    const { promise: answered, resolve } = Promise.withResolvers<void>();
    const { state, user } = await openFirst();
    state.beforeAnswers = answered;
    await user.keyboard('{Enter}{Shift>}{Tab}{/Shift}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' })));
    await user.keyboard('Ferr');
    expect(screen.getByText('salvataggio')).toBeTruthy();
    resolve();
    await waitFor(() => expect(screen.queryByText('salvataggio')).toBeNull());
    await user.keyboard('i');
    expect(screen.getByRole('textbox', { name: 'Cognome' })).toHaveProperty('value', 'Ferri');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(fieldOf(state, '/richiedente/cognome')?.value).toBe('Ferri'));
  });

  test('has the caret on the doubtful character, so that one key and Enter put it right', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('D{Enter}');
    await waitFor(() => expect(fieldOf(state, '/richiedente/cognome')?.value).toBe('FERRANDINI'));
  });

  test('picks another reading with its digit where the field has no digits', async () => {
    const { state, user } = await openFirst();
    expect(screen.getByRole('button', { name: /FERRAMTINI$/ })).toBeTruthy();
    await user.keyboard('2');
    await waitFor(() =>
      expect(fieldOf(state, '/richiedente/cognome')).toMatchObject({ value: 'FERRAMTINI', open: false }),
    );
  });

  test('completes what is typed, and takes a completion with its digit', async () => {
    const { state, user } = await openFirst();
    await user.click(screen.getByRole('button', { name: /^Comune di provenienza/ }));
    await user.keyboard('Rove');
    await screen.findByRole('button', { name: /^1Rovereto$/ });
    await user.keyboard('1');
    await waitFor(() => expect(fieldOf(state, '/provenienza/comune')?.value).toBe('Rovereto'));
  });

  test('goes back with Shift and Tab to what was decided, and forth with Tab', async () => {
    const { user } = await openFirst();
    await user.keyboard('{Enter}{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' }));
    await user.keyboard('{Tab}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Data di nascita' }));
  });

  test('stays in a field whose whole value is chosen when Escape is pressed before typing', async () => {
    const { user } = await openFirst();
    await user.keyboard('{Enter}{Shift>}{Tab}{/Shift}');
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cognome' });
    await waitFor(() => expect([input.selectionStart, input.selectionEnd]).toEqual([0, input.value.length]));
    await user.keyboard('{Escape}Ferri');
    expect(screen.getByRole('textbox', { name: 'Cognome' })).toHaveProperty('value', 'Ferri');
  });

  test('lets the keyboard out of the editor with Escape', async () => {
    const { user } = await openFirst();
    await user.keyboard('{Escape}{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /Accetta/ }));
  });

  test('repeats with one key what was accepted in this field on the document before', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{Escape}Verdi{Enter}{Control>}{PageDown}{/Control}');
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 2)}`));
    await screen.findByRole('button', { name: /Ripeti Verdi/ });
    await user.keyboard('{F5}');
    await waitFor(() =>
      expect(state.documents[1]?.fields.find(({ pointer }) => pointer === '/richiedente/cognome')?.value).toBe('Verdi'),
    );
  });

  test('keeps a comment on the field in focus and shows it', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{F7}');
    await screen.findByRole('dialog', { name: 'Commento' });
    await user.keyboard('Forse con la D.{Shift>}{Enter}{/Shift}Chiedere.{Enter}');
    const comments = await screen.findByRole('region', { name: 'Commenti' });
    expect(comments.textContent).toContain('Forse con la D.');
    expect(state.comments.get(firstDocument)).toMatchObject([
      { pointer: '/richiedente/cognome', by: 'Bruno Sala', text: 'Forse con la D.\nChiedere.' },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' })));
  });

  test('leaves for the batch with one key, but not from under a dialog', async () => {
    const { user } = await openFirst();
    await user.keyboard('{F7}');
    const dialog = await screen.findByRole('dialog', { name: 'Commento' });
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(dialog.isConnected).toBe(true);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' })));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(window.location.hash).toBe(batch));
    await screen.findByRole('heading', { name: 'Documenti' });
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await screen.findByRole('heading', { name: 'Lotti' });
  });

  test('takes a document out of a form that it is not of, and goes on to the next', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{F10}');
    const dialog = await screen.findByRole('dialog', { name: 'Il documento non è questo modulo' });
    await user.click(await within(dialog).findByRole('radio', { name: 'Richiesta di accesso agli atti' }));
    await user.click(within(dialog).getByRole('button', { name: 'Rileggi' }));
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 2)}`));
    expect(state.documents.some(({ id }) => id === firstDocument)).toBe(false);
  });

  test('sends a document back to the scanner with the page in view and a reason, and goes on to the next', async () => {
    const { state, user } = await openFirst();
    await user.click(screen.getByRole('button', { name: 'Pagina 2 di 2' }));
    await user.keyboard('{F12}');
    const dialog = await screen.findByRole('dialog', { name: 'Una pagina va acquisita di nuovo' });
    expect(within(dialog).getByRole('checkbox', { name: 'Pagina 2 di 2' })).toHaveProperty('checked', true);
    expect(within(dialog).getByRole('checkbox', { name: 'Pagina 1 di 2' })).toHaveProperty('checked', false);
    expect(document.activeElement).toBe(within(dialog).getByRole('radio', { name: /tagliata/ }));
    await user.keyboard('5{Enter}');
    expect(within(dialog).getByRole('radio', { name: /altro/ })).toHaveProperty('checked', true);
    expect(await within(dialog).findByText('Scrivi che cosa non va.')).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox', { name: 'In breve, se serve' }), 'Manca il timbro{Enter}');
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 2)}`));
    const [first] = state.documents;
    expect(first?.state).toBe('rescan');
    expect(state.rescans.get(firstDocument)).toEqual({
      ...{ pageIds: [first?.pageList[1]?.id], reason: 'other', words: 'Manca il timbro', by: 'Bruno Sala' },
    });
  });

  test('tells why a document waits for its paper, and verifies it anyway', async () => {
    const { state, user } = openApp(`${batch}/verify/${fixtureId(11, 7)}`, 'Bruno Sala');
    expect(await screen.findByText(/pagina 2: tagliata – Manca la riga della firma\. \(Carla Neri\)/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Verifica comunque/ }));
    await screen.findByRole('textbox', { name: 'Cognome' });
    expect(state.documents[6]?.state).toBe('verifying');
  });

  test('guides how a date is typed, tells what cannot be, and takes it all the same', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{Enter}');
    const input = screen.getByRole('textbox', { name: 'Data di nascita' });
    await user.clear(input);
    await user.keyboard('3104');
    expect(input).toHaveProperty('value', '31/04');
    const help = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toContain('mancano 4 caratteri');
    expect(within(input.parentElement ?? input).getByText('/aaaa')).toBeTruthy();
    await user.keyboard('1984');
    expect(input).toHaveProperty('value', '31/04/1984');
    expect(within(help ?? input).getByRole('status').textContent).toContain('nel calendario');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(fieldOf(state, '/richiedente/data-nascita')?.verification).toMatchObject({ verdict: 'key' }),
    );
  });

  test('takes one key each for unreadable and empty', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{F2}');
    await user.keyboard('{F3}');
    await waitFor(() => expect(fieldOf(state, '/richiedente/data-nascita')?.verification?.verdict).toBe('empty'));
    expect(fieldOf(state, '/richiedente/cognome')?.verification?.verdict).toBe('unreadable');
  });

  test('does not pass over a required field that is empty', async () => {
    const { state, user } = await openFirst();
    await user.click(screen.getByRole('button', { name: /^Comune di provenienza/ }));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('obbligatorio');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Comune di provenienza' }));
    expect(fieldOf(state, '/provenienza/comune')?.verification).toBeNull();
  });

  test('picks a listed value with its digit', async () => {
    const { state, user } = await openFirst();
    await user.click(screen.getByRole('button', { name: /^Provenienza/ }));
    await user.keyboard('2');
    await waitFor(() => expect(fieldOf(state, '/provenienza/motivo')).toMatchObject({ value: 'estero', open: false }));
  });

  test('takes a word back with one key', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{Enter}{ArrowUp}{ArrowUp}{ArrowUp}{F4}');
    await waitFor(() =>
      expect(fieldOf(state, '/richiedente/cognome')).toMatchObject({ verification: null, open: true }),
    );
  });

  test('leads from the last field to the next document with Enter alone', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{F3}'.repeat(state.documents[0]?.openFields ?? 0));
    const finish = await screen.findByRole('button', { name: /^Concludi/ });
    await waitFor(() => expect(document.activeElement).toBe(finish));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 2)}`));
    await waitFor(() => expect(state.documents[0]?.state).toBe('verified'));
  });

  test('has the next document there at once, and tells there when the station does not close the one before', async () => {
    const { state, user } = await openFirst();
    await user.keyboard('{F3}'.repeat(state.documents[0]?.openFields ?? 0));
    await screen.findByRole('button', { name: /^Concludi/ });
    await waitFor(() => expect(state.documents[0]?.openFields).toBe(0));
    // Somebody else has reopened a field meanwhile.
    Object.assign(state.documents[0] ?? {}, { openFields: 1 });
    await user.keyboard('{Enter}');
    expect(window.location.hash).toBe(`${batch}/verify/${fixtureId(11, 2)}`);
    const told = await screen.findByText(/^Il documento 1 non è stato concluso\. Ci sono ancora campi/);
    expect(told.closest('[role="alert"]')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Torna al documento' }));
    await waitFor(() => expect(window.location.hash).toBe(`${batch}/verify/${firstDocument}`));
  });

  test('reports what a finished document cost, without what was typed', async () => {
    const { state, user } = await openFirst();
    const asked = state.documents[0]?.openFields ?? 0;
    await user.keyboard('{F3}'.repeat(asked));
    await screen.findByRole('button', { name: /^Concludi/ });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(state.efforts).toHaveLength(1));
    expect(state.efforts[0]).toEqual({
      documentId: firstDocument,
      keystrokes: asked + 1,
      activeMs: expect.any(Number),
      fieldsAsked: asked,
    });
  });

  test('shows every key when asked and gives the caret back afterwards', async () => {
    const { user } = await openFirst();
    await user.keyboard('{Shift>}{F1}{/Shift}');
    const dialog = await screen.findByRole('dialog', { name: 'Tasti' });
    expect(within(dialog).getAllByRole('row').length).toBeGreaterThan(12);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Cognome' })));
  });

  test('says a field’s state in words, not by colour alone', async () => {
    await openFirst();
    const list = screen.getByRole('region', { name: 'Campi del documento' });
    expect(within(list).getByRole('button', { name: /Codice fiscale.*non valido/ })).toBeTruthy();
    expect(within(list).getByRole('button', { name: /Nome.*sicuro/ })).toBeTruthy();
  });
});
