import { describe, expect, it } from 'vitest';
import { isSuspicious } from '../../../ocr/extract/calibrate/suspicion.ts';
import { checkedFields } from '../../../ocr/extract/checked-fields.ts';
import { obstacleOf } from '../../../ocr/extract/decide.ts';
import { isSpeck } from '../../../ocr/extract/evidence/specks.ts';
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
      kindsAgreeing: 1,
      dissentingOfOtherKind: [],
      dissentingInAccents: 1,
      dissentingInBlanks: 0,
      dissentingInDigits: 0,
      dissentingMisspelt: 0,
      dissentingInCase: 0,
      steadiness: [],
    });
  });

  it('agree where one misses the accent of a noun', () => {
    const opinions = ["Carta d'identita", "Carta d'identità"];
    const evidence = traceOf(textForm, "Carta d'identita", opinions)?.evidence;
    expect(evidence?.normalised.value).toBe("Carta d'identità");
    expect(evidence?.support).toMatchObject({ agreeing: [0.9, 0.9], dissenting: [] });
  });

  it('dissent in case where one sees a capital', () => {
    expect(traceOf(textForm, 'ITALIANA', ['ITALIANA', 'ITALIANa'])?.evidence.support).toMatchObject({
      dissentingInCase: 1,
    });
    expect(valueOfText('italiana', ['italiana', 'Italiana'])).toBe('Italiana');
    expect(valueOfText('italiana', ['italiana', 'italiana'])).toBe('italiana');
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
    const line = 'canone e ricevute del loculo';
    expect(supportOf(line, [line, 'canone ericevute del loculo'])).toMatchObject({ agreeing: [0.9, 0.9] });
    expect(supportOf(line, [line, 'canonee ri cevute del loculo'])).toMatchObject({ dissenting: [0.9] });
  });
});

describe('readers of one kind', () => {
  it('count once, however many of them agree', () => {
    expect(supportOf('Neri', ['Neri', 'Nen', 'Neri'])).toMatchObject({ kindsAgreeing: 1, dissentingOfOtherKind: [] });
    const kinds = ['tesseract/fast', 'other/one', 'tesseract/best'];
    expect(evidenceOf('Neri', ['Neri', 'Nen', 'Neri'], kinds)?.support).toMatchObject({
      kindsAgreeing: 1,
      dissentingOfOtherKind: [0.9],
    });
    expect(evidenceOf('Neri', ['Nen', 'Neri', 'Neri'], kinds)?.support).toMatchObject({
      kindsAgreeing: 2,
      dissentingOfOtherKind: [],
    });
  });
});

describe('a digit that one reader sees in a free text', () => {
  const disputed = { status: 'doubtful', reason: 'low-confidence' };

  it('sends the field to a person, however many readers of one kind take it for a letter', () => {
    expect(obstacleOfText('Foglio S', ['Foglio S', 'Foglio S', 'Foglio 5'])).toEqual(disputed);
    expect(obstacleOfText('Foglio S', ['Foglio S', 'Foglio S', 'Foglio B'])).toBeNull();
  });

  it('does not where readers of two kinds see the same', () => {
    const kinds = ['tesseract/fast', 'other/one', 'tesseract/best'];
    expect(obstacleOfText('Foglio S', ['Foglio 5', 'Foglio S', 'Foglio S'], kinds)).toBeNull();
  });

  it('does not where it makes a word that nobody writes', () => {
    expect(obstacleOfText('I lavori', ['I lavori', 'I lavori', '1 lavori'])).toBeNull();
    expect(obstacleOfText('anno 2025', ['anno 2025', 'anno 2025', 'anno 2O25'])).toBeNull();
    expect(obstacleOfText('Corso Umberto I', ['Corso Umberto I', 'Corso Umberto 1'])).toBeNull();
  });

  it('is taken where the word before it asks for one', () => {
    const read = ['6815 SERIE ST', '6815 SERIE ST', '6815 SERIE 3T'];
    expect(valueOfText('6815 SERIE ST', read)).toBe('6815 SERIE 3T');
  });
});

describe('a name', () => {
  it('has no accent that Italian has not, where a reader sees none', () => {
    expect(evidenceOf('MONÎCA', ['MONÎCA', 'MONICA'])?.normalised.value).toBe('MONICA');
    expect(evidenceOf('MONÎCA', ['MONÎCA', 'MONÎCA'])?.normalised.value).toBe('MONÎCA');
    expect(evidenceOf('Calì', ['Calì', 'Cali'])?.normalised.value).toBe('Calì');
  });

  it('is whole where one reader sees it so and another tears it into letters', () => {
    expect(evidenceOf('M IG LIO', ['M IG LIO', 'MIGLIO'])?.normalised.value).toBe('MIGLIO');
    expect(evidenceOf('M IG LIO', ['M IG LIO', 'M IG LIO'])?.normalised.value).toBe('M IG LIO');
    expect(evidenceOf('DE LUCA', ['DE LUCA', 'DELUCA'])?.normalised.value).toBe('DE LUCA');
  });
});

describe('a suspicious text', () => {
  it.each([
    [personForm, 'M IG LIO', true],
    [personForm, 'DE LUCA', false],
    [personForm, "D'ANGELO", false],
    [textForm, '9168 serie.3T', true],
    [textForm, '9168 serie 3T', false],
    [plateForm, 'X4R9RZ', false],
    [plateForm, 'AB456CD', false],
  ])('%#', (form, text, suspicious) => {
    const evidence = traceOf(form, text, [text, text])?.evidence;
    expect(evidence && isSuspicious(evidence)).toBe(suspicious);
  });
});

describe('an address of mail', () => {
  it('is taken from a reader who sees no digit among the letters of its domain', () => {
    const opinions = ['sara@posta.example', 'sara@pos1ta.example'];
    const evidence = traceOf(mailForm, 'sara@pos1ta.example', opinions)?.evidence;
    expect(evidence?.normalised).toMatchObject({ value: 'sara@posta.example', repaired: false });
  });

  it('has the low line that one reader sees where another sees a hyphen', () => {
    const opinions = ['anna_porcari@posta.example', 'anna-porcari@posta.example'];
    const evidence = traceOf(mailForm, 'anna-porcari@posta.example', opinions)?.evidence;
    expect(evidence?.normalised.value).toBe('anna_porcari@posta.example');
  });

  it('may have a digit there where all see it', () => {
    const opinions = ['sara@pos1ta.example', 'sara@pos1ta.example'];
    expect(traceOf(mailForm, 'sara@pos1ta.example', opinions)?.evidence.normalised.value).toBe('sara@pos1ta.example');
  });
});

describe('what dirt leaves', () => {
  it('is no text where each reader makes something else of it', () => {
    expect(evidenceOf('.', ['-', '.', '*'])).toMatchObject({ raw: '', doubt: 'not-read' });
    expect(evidenceOf('C', ['C', 'c', 'G'])).toMatchObject({ raw: 'C' });
  });

  it('is a letter where most drawings of it are read alike', () => {
    const told = (texts: readonly string[]) => texts.map((text) => ({ engine: 'fake', text, confidence: 0.6 }));
    const reading = { text: 'C', confidence: 0.5, characters: [], engine: 'fake' };
    const opinions = told(['G', 'C', 'UU']);
    expect(isSpeck({ ...reading, box: [0, 0, 9, 9], opinions })).toBe(true);
    expect(isSpeck({ ...reading, box: [0, 0, 9, 9], opinions, again: told(['C', 'G', 'C', 'C']) })).toBe(false);
    expect(isSpeck({ ...reading, box: [0, 0, 9, 9], opinions, again: told(['', '9', '', '#']) })).toBe(true);
  });

  it('is cut off behind the words that all readers share', () => {
    expect(evidenceOf('Cagliari |', ['‘Cagliari °', 'Cagliari', 'Cagliari |'])?.raw).toBe('Cagliari');
    expect(evidenceOf('Italiana PRSOM', ['Italiana ] SOM', 'Italiana COMUE-PRTOC', 'Italiana / ME'])?.raw).toBe(
      'Italiana',
    );
  });

  it('is not what readers read much alike, nor what two saw', () => {
    const alike = ['De Vita', 'De Vite', 'De Vifa'];
    expect(evidenceOf('De Vita', alike)?.raw).toBe('De Vita');
    expect(evidenceOf('A B', ['A B', 'A', 'A B'])?.raw).toBe('A B');
  });

  it('is the small twin of a letter', () => {
    expect(valueOfText('Cc', ['Cc', 'C', 'Cc'])).toBe('C');
    expect(valueOfText('Cc', ['Cc', 'Cc', 'Cc'])).toBe('Cc');
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

function evidenceOf(text: string, opinions: readonly string[], engines?: readonly string[]) {
  return traceOf(personForm, text, opinions, engines)?.evidence;
}

const textForm: FormPackage = {
  ...personForm,
  schema: {
    type: 'object',
    properties: {
      person: { type: 'object', properties: { surname: { type: 'string', 'x-tabularium-kind': 'text' } } },
    },
  },
};

const mailForm: FormPackage = {
  ...personForm,
  schema: {
    type: 'object',
    properties: {
      person: { type: 'object', properties: { surname: { type: 'string', 'x-tabularium-kind': 'email' } } },
    },
  },
};

const plateForm: FormPackage = {
  ...personForm,
  schema: {
    type: 'object',
    properties: {
      person: { type: 'object', properties: { surname: { type: 'string', 'x-tabularium-kind': 'plate' } } },
    },
  },
};

/** What keeps a text from being accepted where the surname's zone holds a free text. */
function obstacleOfText(text: string, opinions: readonly string[], engines?: readonly string[]) {
  const trace = traceOf(textForm, text, opinions, engines);
  return trace === undefined ? undefined : obstacleOf(trace);
}

function valueOfText(text: string, opinions: readonly string[]) {
  return traceOf(textForm, text, opinions)?.evidence.normalised.value;
}

function traceOf(form: FormPackage, text: string, opinions: readonly string[], engines: readonly string[] = []) {
  const change = (reading: ZoneReading): ZoneReading =>
    reading.kind !== 'text' || reading.zone !== surnameZone
      ? reading
      : {
          ...reading,
          reading: {
            ...reading.reading,
            text,
            characters: [...text].map((character) => ({ text: character, confidence: 0.9 })),
            opinions: opinions.map((opinion, place) => ({
              engine: engines[place] ?? 'fake',
              text: opinion,
              confidence: 0.9,
            })),
          },
        };
  const traces = traceFields(form, [readPage(invented, ['male'], change)], tables);
  return traces.find(({ evidence }) => evidence.description.pointer === '/person/surname');
}
