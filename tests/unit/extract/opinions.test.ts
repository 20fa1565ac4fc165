import { describe, expect, it } from 'vitest';
import { checkedFields } from '../../../ocr/extract/checked-fields.ts';
import { obstacleOf } from '../../../ocr/extract/decide.ts';
import { traceFields } from '../../../ocr/extract/trace.ts';
import type { FormPackage } from '../../../ocr/model/form.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const surnameZone = personForm.layouts[0]?.pages[0]?.zones.find(({ field }) => field === '/person/surname')?.id;

describe('opinions on a text', () => {
  it('agree where they come to the same value, and dissent where to another', () => {
    expect(supportOf('Calì', ['Calì ', 'Galì', 'Calì'])).toMatchObject({ agreeing: [0.9, 0.9], dissenting: [0.9] });
  });

  it('agree where no third reader was asked, for then the second lacks the accent', () => {
    expect(supportOf('Calì', ['Calì', 'Cali'])).toEqual({
      agreeing: [0.9, 0.9],
      dissenting: [],
      dissentingInAccents: 1,
      dissentingInBlanks: 0,
      dissentingInDigits: 0,
      dissentingMisspelt: 0,
    });
  });

  it('dissent in accents where a third was asked', () => {
    expect(supportOf('Calì', ['Calì', 'Cali', 'Calì'])).toMatchObject({ dissenting: [0.9], dissentingInAccents: 1 });
  });
});

describe('what several engines read', () => {
  it('is nothing where most of them found nothing', () => {
    const evidence = evidenceOf('n', ['n', '', '']);
    expect(evidence).toMatchObject({ raw: '', doubt: 'not-read' });
    expect(evidence?.normalised.value).toBeNull();
  });

  it('agrees where readers left out the blank that the ink shows, but not where they saw one that it does not', () => {
    expect(supportOf('De Vita', ['DeVita', 'DeVita'])).toMatchObject({ agreeing: [0.9, 0.9], dissentingInBlanks: 2 });
    expect(supportOf('DeVita', ['De Vita', 'De Vita'])).toMatchObject({
      dissenting: [0.9, 0.9],
      dissentingInBlanks: 2,
    });
  });
});

describe('a digit that one reader sees in a free text', () => {
  it('sends the field to a person, however many take it for a letter', () => {
    expect(obstacleOfText('6815 SERIE ST', ['6815 SERIE ST', '6815 SERIE ST', '6815 SERIE 3T'])).toEqual({
      status: 'doubtful',
      reason: 'low-confidence',
    });
    expect(obstacleOfText('6815 SERIE ST', ['6815 SERIE ST', '6815 SERIE ST', '6815 SERIE SI'])).toBeNull();
  });
});

describe('fields that rules check', () => {
  it('are those of kinds with a list, a check or another field to fit', () => {
    const zones = personForm.layouts[0]?.pages[0]?.zones ?? [];
    const checked = checkedFields(personForm.schema, zones);
    expect(checked.has('/person/surname')).toBe(true);
    expect(checkedFields({ type: 'object', properties: {} }, zones).size).toBe(0);
  });
});

/** What the opinions on the surname come to when it is read as `text`. */
function supportOf(text: string, opinions: readonly string[]) {
  return evidenceOf(text, opinions)?.support;
}

function evidenceOf(text: string, opinions: readonly string[]) {
  return traceOf(personForm, text, opinions)?.evidence;
}

/** What keeps a text from being accepted where the surname's zone holds a free text. */
function obstacleOfText(text: string, opinions: readonly string[]) {
  const surname = { type: 'string', 'x-tabularium-kind': 'text' };
  const person = { type: 'object', properties: { surname } };
  const trace = traceOf({ ...personForm, schema: { type: 'object', properties: { person } } }, text, opinions);
  return trace === undefined ? undefined : obstacleOf(trace);
}

function traceOf(form: FormPackage, text: string, opinions: readonly string[]) {
  const change = (reading: ZoneReading): ZoneReading =>
    reading.kind !== 'text' || reading.zone !== surnameZone
      ? reading
      : {
          ...reading,
          reading: {
            ...reading.reading,
            text,
            characters: [...text].map((character) => ({ text: character, confidence: 0.9 })),
            opinions: opinions.map((opinion) => ({ engine: 'fake', text: opinion, confidence: 0.9 })),
          },
        };
  const traces = traceFields(form, [readPage(invented, ['male'], change)], tables);
  return traces.find(({ evidence }) => evidence.description.pointer === '/person/surname');
}
