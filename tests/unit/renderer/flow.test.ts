import { describe, expect, test } from 'vitest';
import type { DocumentDetail, Field, Verdict } from '../../../contract/document.ts';
import { choicesOf, pickChoice } from '../../../renderer/screens/verify/choices.ts';
import { verdictOfText } from '../../../renderer/screens/verify/entry/field-text.ts';
import { documentAfter, neighbourField, nextOpenField, withWord } from '../../../renderer/screens/verify/flow.ts';
import { editorText, shownValue } from '../../../renderer/ui/value-text.ts';
import { createState } from '../../fixtures/renderer/state.ts';

function firstDocument(): DocumentDetail {
  const [document] = createState().documents;
  if (document === undefined) throw new Error('the fixture has no document');
  return document;
}

function fieldOf(document: DocumentDetail, pointer: string): Field {
  const field = document.fields.find((one) => one.pointer === pointer);
  if (field === undefined) throw new Error(`the fixture has no ${pointer}`);
  return field;
}

function say(document: DocumentDetail, pointer: string, verdict: Verdict): DocumentDetail {
  return withWord(document, { pointer, verdict, by: 'Bruno Sala', at: '2026-10-21T08:00:00.000Z' });
}

describe('the order of work', () => {
  test('goes from one open field to the next in the order of the form, and begins again at the top', () => {
    const { fields } = firstDocument();
    const visited: string[] = [];
    let field = nextOpenField(fields, null);
    while (field !== null && !visited.includes(field.pointer)) {
      visited.push(field.pointer);
      field = nextOpenField(fields, field.pointer);
    }
    expect(visited).toEqual(fields.filter(({ open }) => open).map(({ pointer }) => pointer));
    expect(field?.pointer).toBe(visited[0]);
  });

  test('ends when every field has its word', () => {
    let document = firstDocument();
    for (const { pointer } of document.fields) document = say(document, pointer, { kind: 'confirm' });
    expect(nextOpenField(document.fields, null)).toBeNull();
    expect(document.openFields).toBe(0);
  });

  test('stops at the first and the last field when moving by hand', () => {
    const { fields } = firstDocument();
    const first = fields[0]?.pointer ?? '';
    expect(neighbourField(fields, first, -1)?.pointer).toBe(first);
    expect(neighbourField(fields, first, 1)?.pointer).toBe(fields[1]?.pointer);
  });

  test('goes to the next document in order, and to those left before it at the end', () => {
    const [one, two, three] = createState().documents;
    if (one === undefined || two === undefined || three === undefined) throw new Error('the fixture is too small');
    expect(documentAfter([one, two, three], two)?.id).toBe(three.id);
    expect(documentAfter([one, two], three)?.id).toBe(one.id);
    expect(documentAfter([one], one)).toBeNull();
  });
});

describe('a word shown before the station has answered', () => {
  test('keeps the value that is confirmed and closes the field', () => {
    const field = fieldOf(say(firstDocument(), '/richiedente/cognome', { kind: 'confirm' }), '/richiedente/cognome');
    expect(field).toMatchObject({
      value: 'FERRANTINI',
      open: false,
      verification: { verdict: 'confirm', by: 'Bruno Sala' },
    });
  });

  test('puts the keyed value in place, in the kind that the field has', () => {
    const document = say(firstDocument(), '/consensi/comunicazioni', { kind: 'key', value: 'false' });
    expect(fieldOf(document, '/consensi/comunicazioni').value).toBe(false);
    const several = say(document, '/veicoli/tipi', { kind: 'key', value: 'auto,rimorchio' });
    expect(fieldOf(several, '/veicoli/tipi').value).toEqual(['auto', 'rimorchio']);
  });

  test('empties what is empty or unreadable', () => {
    for (const kind of ['empty', 'unreadable'] as const) {
      expect(fieldOf(say(firstDocument(), '/richiedente/cognome', { kind }), '/richiedente/cognome').value).toBeNull();
    }
  });
});

describe('what Enter says', () => {
  test('confirms what was not touched, keys what was changed', () => {
    const field = fieldOf(firstDocument(), '/richiedente/data-nascita');
    expect(editorText(field.editor, field.value)).toBe('07/03/1984');
    expect(verdictOfText(field, '07/03/1984')).toEqual({ kind: 'confirm' });
    expect(verdictOfText(field, ' 08/03/1984 ')).toEqual({ kind: 'key', value: '08/03/1984' });
  });

  test('says nothing over a required field that is empty, so that it is never passed over', () => {
    expect(verdictOfText(fieldOf(firstDocument(), '/provenienza/comune'), '')).toBeNull();
  });

  test('says that an optional field is empty', () => {
    expect(verdictOfText(fieldOf(firstDocument(), '/richiedente/telefono'), '')).toEqual({ kind: 'empty' });
  });
});

describe('listed values', () => {
  const words = { yes: 'sì', no: 'no' };

  test('are shown by their titles in the person’s language', () => {
    const { editor, value } = fieldOf(firstDocument(), '/provenienza/motivo');
    expect(shownValue(editor, value, words, 'it')).toBe('Da altro comune');
    expect(shownValue(editor, value, words, 'en')).toBe('From another municipality');
  });

  test('are replaced by a pick, and added or taken away where several may hold', () => {
    const document = firstDocument();
    const one = fieldOf(document, '/provenienza/motivo').editor;
    expect(pickChoice(one, choicesOf(one, words, 'it') ?? [], 'altro-comune', 1)).toBe('estero');
    const several = fieldOf(document, '/veicoli/tipi').editor;
    const choices = choicesOf(several, words, 'it') ?? [];
    expect(pickChoice(several, choices, 'rimorchio', 0)).toBe('auto,rimorchio');
    expect(pickChoice(several, choices, 'auto,rimorchio', 0)).toBe('rimorchio');
    expect(pickChoice(several, choices, 'auto', 8)).toBeNull();
  });
});
