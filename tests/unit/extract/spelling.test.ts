import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasAccentedTwin, withAccentsOfNouns } from '../../../ocr/extract/spelling/lexicon.ts';
import { countRareWords } from '../../../ocr/extract/spelling/rare-words.ts';
import { respell } from '../../../ocr/extract/spelling/respell.ts';
import { mendSmallWords } from '../../../ocr/extract/spelling/small-words.ts';
import { spellingErrors } from '../../../ocr/extract/spelling/spelling.ts';
import { wordGraphOf, wordsOf } from '../../../ocr/extract/spelling/word-graph.ts';
import { findResources } from '../../../station/resources.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const { lexicon } = tables;

describe('the words of the language data', () => {
  it('are known in whichever case, and nothing else is', () => {
    for (const word of ['perizia', 'PERIZIA', 'Prefettura', 'agibilità', 'AGIBILITÀ'])
      expect(lexicon.knows(word)).toBe(true);
    for (const word of ['perizla', 'periz', 'apurosato', '', '漢字']) expect(lexicon.knows(word)).toBe(false);
  });

  it('are joined by words of offices that they lack', () => {
    for (const word of ['loculo', 'ESTUMULAZIONE', 'Tigli', 'SCIA', 'UCO']) expect(lexicon.knows(word)).toBe(true);
    for (const word of ['locula', '#', '# what streets are called']) expect(lexicon.knows(word)).toBe(false);
  });

  it('tell that a word is spelt with an accent', () => {
    for (const word of ['agibilita', 'IDENTITA', 'Forli']) expect(hasAccentedTwin(word, lexicon)).toBe(true);
    for (const word of ['vendita', 'progetto', 'entro', 'agibilità', 'tre'])
      expect(hasAccentedTwin(word, lexicon)).toBe(false);
  });

  it('are found by what they may be misread as', () => {
    const costs = {
      replacing: (one: string, other: string) => (one === other ? 0 : 1),
      losing: () => 1,
      seeing: () => 1,
    };
    expect(lexicon.near('perlzia', costs, 0)).toEqual([]);
    expect(lexicon.near('perlzia', costs, 1)).toContain('perizia');
    expect(lexicon.near('perzia', costs, 1)).toContain('perizia');
    expect(lexicon.near('aperizia', costs, 1)).toContain('perizia');
    expect(lexicon.near('perizia', costs, 0)).toEqual(['perizia']);
  });

  it('are small unless they are names as well', () => {
    for (const word of ['confinante', 'Confinante']) expect(lexicon.isSmall(word)).toBe(true);
    for (const word of ['Roma', 'europa', 'Rossi', 'xyzw']) expect(lexicon.isSmall(word)).toBe(false);
  });

  it('can be listed', () => {
    const folder = join(findResources().root, 'language', 'fast');
    const words = wordsOf(readFileSync(join(folder, 'ita.traineddata')));
    expect(words).toHaveLength(new Set(words).size);
    expect(words.length).toBeGreaterThan(180_000);
    for (const word of ['perizia', 'agibilità', 'Prefettura']) expect(words).toContain(word);
  });

  it('are not looked for in a file that has none', () => {
    expect(() => wordGraphOf(Buffer.alloc(4))).toThrow('no part');
  });
});

describe('the accent of a noun', () => {
  it.each([
    ["Carta d'identita", "Carta d'identità"],
    ['VIA DELLA LIBERTA', 'VIA DELLA LIBERTÀ'],
    ['la conformita e la qualita', 'la conformità e la qualità'],
  ])('is put into %s', (text, spelt) => {
    expect(withAccentsOfNouns(text, lexicon)).toBe(spelt);
  });

  it.each(['si necessita di una copia', 'VENDITA', 'Carta aperta', 'la meta', 'Rita Liberti'])(
    'is not put into %s',
    (text) => {
      expect(withAccentsOfNouns(text, lexicon)).toBe(text);
    },
  );
});

describe('errors of spelling', () => {
  it.each([
    ['Progetto approvato della pista ciclabile', 0],
    ['Progetto apurosato della pista ciclabile', 1],
    ['la conformita urbanistica', 1],
    ["L'appartamento e il notaio", 0],
    ['e.il notaio', 1],
    ['prima d1 presentare ricorso', 1],
    ['E PER L A PERIZIA', 1],
    ['A B', 0],
    ['ANNO 2O25', 1],
    ['CORSO UMBERTO 1', 1],
    ['CORSO UMBERTO I', 0],
    ['1 LAVORI HANNO CAUSATO', 1],
    ['1 copia del progetto', 0],
    ['6577 SERIE ST', 1],
    ['6577 SERIE 3T', 0],
    ['43396/2019', 0],
  ])('%s: %i', (text, errors) => {
    expect(spellingErrors(text, lexicon)).toBe(errors);
  });
});

describe('words that the list lacks', () => {
  it('are rare where no listed word could have been misread so', () => {
    expect(countRareWords('concessione del cenotafio', lexicon)).toBe(1);
    expect(countRareWords('ricevute di pagarnento', lexicon)).toBe(0);
    expect(countRareWords('Progetto approvoto', lexicon)).toBe(0);
    expect(countRareWords("dell'intes atario", lexicon)).toBe(0);
    expect(countRareWords('concessione del canone', lexicon)).toBe(0);
  });
});

describe('a text that engines spell differently', () => {
  it('is taken as the one spells it who makes no error', () => {
    expect(respell('Devo vendere e.il resto', ['Devo vendere e il resto'], lexicon)).toBe('Devo vendere e il resto');
  });

  it('is put together word by word', () => {
    const read = 'Progetto apurosato della plsta ciclabile';
    const opinions = ['Progetto approvato della plsta ciclabile', 'Progetto apurosato della pista c1clabile'];
    expect(respell(read, opinions.slice(0, 1), lexicon)).toBe('Progetto approvato della plsta ciclabile');
    expect(respell('Progetto apurosato della pista', ['Pr0getto approvato della pista'], lexicon)).toBe(
      'Progetto approvato della pista',
    );
  });

  it('is taken, among spellings that are all possible, as most read it', () => {
    const read = 'E PER L A PERIZIA DEL TECNICO';
    const [apart, joined] = ['E PER LA PERIZIA DEL TECNICO', 'E PERLA PERIZIA DEL TECNICO'];
    expect(respell(read, [joined, apart, apart], lexicon)).toBe(apart);
  });

  it('stays where another read something else, or half of it', () => {
    expect(respell('Progetto apurosato', ['Ricorso'], lexicon)).toBe('Progetto apurosato');
    expect(respell('Progetto apurosato della pista', ['Progetto'], lexicon)).toBe('Progetto apurosato della pista');
  });

  it('never gets more errors than it had, nor anything that nobody read', () => {
    const word = fc.constantFrom('pista', 'plsta', 'progetto', 'progett0', 'della', 'e', 'l', 'perizia');
    const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (read, opinions) => {
        const spelt = respell(read, opinions, lexicon);
        expect(spellingErrors(spelt, lexicon)).toBeLessThanOrEqual(spellingErrors(read, lexicon));
        const words = new Set([read, ...opinions].flatMap((each) => each.split(' ')));
        expect(spelt.split(' ').every((each) => words.has(each))).toBe(true);
      }),
    );
  });
});

describe('a small word of a sentence', () => {
  const sentence = (word: string) => `Serve per la domanda ${word} di mutuo`;

  it.each([
    ['deltecnico', 'del tecnico'],
    ['lapratica', 'la pratica'],
    ['dellimmobile', 'dellimmobile'],
    ['eil', 'e il'],
    ['ie', 'le'],
    ['incaricato', 'incaricato'],
    ['Delpiero', 'Delpiero'],
  ])('%s is %s', (joined, apart) => {
    expect(mendSmallWords(sentence(joined), lexicon)).toBe(sentence(apart));
  });

  it('begins a sentence, but is left in an entry, which may be a name', () => {
    expect(mendSmallWords('Ilavori hanno causato molte infiltrazioni.', lexicon)).toBe(
      'I lavori hanno causato molte infiltrazioni.',
    );
    expect(mendSmallWords('ILAVORI HANNO CAUSATO MOLTE INFILTRAZIONI.', lexicon)).toBe(
      'I LAVORI HANNO CAUSATO MOLTE INFILTRAZIONI.',
    );
    expect(mendSmallWords('l-lavori hanno causato molte infiltrazioni.', lexicon)).toBe(
      'I lavori hanno causato molte infiltrazioni.',
    );
    expect(mendSmallWords('Via deltecnico', lexicon)).toBe('Via deltecnico');
  });

  it('has no mark behind it', () => {
    expect(mendSmallWords('Sono erede e. devo definire la. successione', lexicon)).toBe(
      'Sono erede e devo definire la successione',
    );
    expect(mendSmallWords('VERIFICARE LE DISTANZE PRIMA DI, PRESENTARE RICORSO.', lexicon)).toBe(
      'VERIFICARE LE DISTANZE PRIMA DI PRESENTARE RICORSO.',
    );
  });

  it('leaves every text as it is but for blanks', () => {
    const words = fc.array(fc.constantFrom('deltecnico', 'Ilavori', 'casa', 'xyzzy', "l'atto", '12'), { minLength: 1 });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        expect(mendSmallWords(text, lexicon).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
