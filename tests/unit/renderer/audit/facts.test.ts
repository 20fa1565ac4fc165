// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createLanguageSwitch } from '../../../../renderer/app/i18n.ts';
import type { AuditEvent, FactWords } from '../../../../renderer/screens/audit/fact-values.ts';
import { factsOf } from '../../../../renderer/screens/audit/facts.ts';
import { thingName } from '../../../../renderer/screens/audit/thing-name.ts';

const names = new Map([
  ['carla', 'Carla Neri'],
  ['accesso-atti@1.0.0', 'Accesso agli atti'],
]);

function wordsIn(language: 'it' | 'en'): FactWords {
  const { t } = createLanguageSwitch({ getItem: () => language, setItem: () => {} });
  return { t, language, names };
}

function event(parts: Partial<AuditEvent>, detail: object = {}): AuditEvent {
  return {
    ...{ seq: 1, at: '2026-10-21T08:00:00.000Z', actor: 'station', action: 'document.read' },
    ...{ subjectKind: 'document', subjectId: 'd', thing: null, field: null, reason: null },
    ...parts,
    detail: JSON.stringify(detail),
  };
}

test.each([
  [{ action: 'document.verified' }, { from: 'verifying', to: 'verified' }, ['da: in verifica']],
  [{ action: 'document.assigned' }, { to: 'carla' }, ['a: Carla Neri']],
  [{ action: 'document.assigned' }, { to: null }, ['a: chiunque']],
  [
    { action: 'document.left-form' },
    { from: 'accesso-atti@1.0.0', to: null },
    ['da: Accesso agli atti', 'a: Modulo non riconosciuto'],
  ],
  [{ action: 'document.postponed' }, { until: '2026-11-30T07:00:00.000Z' }, [/^fino al: 30 nov 2026, \d\d:00$/]],
  [{ action: 'threshold.chosen' }, { threshold: 0.975 }, ['soglia: 97,5%']],
  [
    { action: 'page.read', subjectKind: 'page' },
    { form: null, blank: false, from: 'captured', to: 'read' },
    ['da: in attesa'],
  ],
  [{ action: 'source.stored', subjectKind: 'source' }, { batch: 'b', sha256: 'f', bytes: 1, reason: null }, []],
] as const)('tells %j %j in words', (parts, detail, told) => {
  expect(factsOf(event(parts, detail), wordsIn('it'))).toEqual(
    told.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
  );
});

test('tells the title of a field and the meaning of a code in the person’s language', () => {
  const field = { it: 'Cognome', en: 'Surname' };
  const reason = { it: 'Il file è vuoto.', en: 'The file is empty.' };
  const decided = event({ action: 'field.decided', field }, { pointer: '/a', verdict: 'key', despite: 'bad-date' });
  expect(factsOf(decided, wordsIn('it'))).toEqual(['campo: Cognome', 'parola: digitato', 'contro una regola: sì']);
  expect(factsOf(decided, wordsIn('en'))[0]).toBe('field: Surname');
  const refused = event({ action: 'source.refused', subjectKind: 'source', reason }, { reason: 'empty-file' });
  expect(factsOf(refused, wordsIn('en'))).toEqual(['reason: The file is empty.']);
});

test('leaves a code of another edition as it is, and says nothing of a detail that somebody altered', () => {
  expect(factsOf(event({}, { verdict: 'guessed' }), wordsIn('it'))).toEqual(['parola: guessed']);
  expect(factsOf({ ...event({}), detail: '"another"' }, wordsIn('it'))).toEqual([]);
  expect(factsOf({ ...event({}), detail: '{' }, wordsIn('it'))).toEqual([]);
});

test('calls things as people do', () => {
  const called = (subjectKind: string, thing: AuditEvent['thing'], subjectId = 'x') =>
    thingName(event({ subjectKind, subjectId, thing }), wordsIn('it'));
  expect(called('document', { name: null, number: 4, batch: 'Residenze' })).toBe('documento 4, lotto «Residenze»');
  expect(called('page', { name: 'a.pdf', number: 2, batch: 'B' })).toBe('pagina 2 di a.pdf, lotto «B»');
  expect(called('account', { name: 'Carla Neri', number: null, batch: null })).toBe('utente «Carla Neri»');
  const form = 'accesso-atti@1.0.0';
  expect(called('form', { name: form, number: null, batch: null }, form)).toBe('modulo «Accesso agli atti»');
  expect(called('document', null)).toBe('documento (non c’è più)');
});
