import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../ocr/extract/normalise/code.ts';

describe('a full stop at the end of a text', () => {
  it.each(['PATENTE.', 'Figlia.', "Carta d'identità.", 'Comune di Fermo.'])(
    'is dropped behind an entry: %s',
    (text) => {
      expect(normaliseText(text).value).toBe(text.slice(0, -1));
    },
  );

  it.each(['Mi serve per la domanda.', 'S.p.A.', 'Soc. Coop.'])('stays where it belongs: %s', (text) => {
    expect(normaliseText(text).value).toBe(text);
  });
});

describe('a bar among words', () => {
  it('is an I', () => {
    expect(normaliseText('CORSO UMBERTO |').value).toBe('CORSO UMBERTO I');
    expect(normaliseText('| LAVORI SONO FINITI DA TEMPO.').value).toBe('I LAVORI SONO FINITI DA TEMPO.');
  });

  it('is dirt where nothing else stands', () => {
    expect(normaliseText('|').value).toBeNull();
    expect(normaliseText('Via Roma').value).toBe('Via Roma');
  });
});

describe('marks that no writer puts', () => {
  it.each([
    ['2653 .SERIE 3T', '2653 SERIE 3T'],
    ["ROMA . '", 'ROMA'],
    ['LA RELAZIONE TECNICA ALLEGATA .', 'LA RELAZIONE TECNICA ALLEGATA'],
  ])('are dropped: %s', (read, meant) => {
    expect(normaliseText(read).value).toBe(meant);
  });

  it.each(['Foglio 3, mappale 5', "un po' di terra", 'Entrate, di Salerno'])('stay where one would: %s', (text) => {
    expect(normaliseText(text).value).toBe(text);
  });
});

describe('a number of capitals and digits', () => {
  it('has no small l', () => {
    expect(normaliseText('UlE188706B').value).toBe('U1E188706B');
    expect(normaliseText('n. 4l7, Pal2').value).toBe('n. 4l7, Pal2');
  });
});

describe('an elision without its apostrophe', () => {
  it.each([
    ['Sono erede dell intestatario', "Sono erede dell'intestatario"],
    ['CARTA D IDENTITÀ', "CARTA D'IDENTITÀ"],
    ['CHIUSURA DELL AREA', "CHIUSURA DELL'AREA"],
    ['Carta d identità', "Carta d'identità"],
  ])('gets it back: %s', (read, meant) => {
    expect(normaliseText(read).value).toBe(meant);
  });

  it.each(['Scala D interno 3', 'SCALA D INTERNO 3', 'lista l 4'])('is none in %s', (text) => {
    expect(normaliseText(text).value).toBe(text);
  });
});
