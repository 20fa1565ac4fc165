import type { FormDrawing, Section } from '../draw/form.ts';
import { cap, codiceFiscale, date, line, sexOptions } from './common.ts';

const occasion: Section = {
  title: 'Che cosa si dichiara',
  rows: [
    [
      {
        kind: 'choice',
        share: 92,
        label: 'Motivo (un solo segno)',
        field: '/caso',
        columns: 3,
        options: [
          { value: 'inizio', text: 'Inizio' },
          { value: 'variazione', text: 'Variazione' },
          { value: 'cessazione', text: 'Cessazione' },
        ],
      },
      line(40, 'Dal giorno', '/decorrenza'),
      line(50, 'Codice contribuente, se noto', '/codiceContribuente'),
    ],
  ],
};

const declarant: Section = {
  title: 'Chi dichiara',
  rows: [
    [line(1, 'Cognome', '/dichiarante/cognome'), line(1, 'Nome', '/dichiarante/nome')],
    [
      date(50, 'Data di nascita', '/dichiarante/dataNascita'),
      line(104, 'Luogo di nascita (comune, oppure Stato estero)', '/dichiarante/luogoNascita'),
      { kind: 'choice', share: 28, label: 'Sesso', field: '/dichiarante/sesso', columns: 2, options: sexOptions },
    ],
    [codiceFiscale(92, '/dichiarante/codiceFiscale'), line(90, 'Telefono', '/dichiarante/telefono')],
    [
      line(66, 'Comune di residenza', '/dichiarante/residenza/comune'),
      cap(32, '/dichiarante/residenza/cap'),
      line(64, 'Via o piazza', '/dichiarante/residenza/via'),
      line(20, 'Civico', '/dichiarante/residenza/civico'),
    ],
    [
      line(66, "Stato, per chi abita all'estero", '/dichiarante/residenza/stato'),
      line(116, 'Posta elettronica o PEC', '/dichiarante/email'),
    ],
  ],
};

const business: Section = {
  title: 'Impresa o ente',
  hint: 'Solo per utenze non domestiche',
  rows: [
    [line(1, 'Ragione sociale', '/impresa/ragioneSociale')],
    [
      {
        kind: 'comb',
        share: 70,
        label: 'Partita IVA',
        field: '/impresa/partitaIva',
        cells: 11,
        charset: '0123456789',
        pattern: '^[0-9]{11}$',
      },
      line(44, 'Codice ATECO', '/impresa/ateco'),
      line(68, 'Comune della sede', '/impresa/sede'),
    ],
  ],
};

const premises: Section = {
  title: 'Locali e aree',
  hint: 'Una riga per unità immobiliare; si lasci in bianco quanto non serve',
  rows: [0, 1].map((index) => [
    line(28, `${index + 1}. Foglio`, `/locali/${index}/foglio`),
    line(30, 'Particella', `/locali/${index}/particella`),
    line(26, 'Subalterno', `/locali/${index}/subalterno`),
    line(26, 'Categoria', `/locali/${index}/categoria`),
    line(44, 'Destinazione', `/locali/${index}/destinazione`),
    line(28, 'Superficie (m²)', `/locali/${index}/superficie`),
  ]),
};

const occupants: Section = {
  title: 'Titolo e occupanti',
  rows: [
    [
      {
        kind: 'choice',
        share: 112,
        label: 'Si occupa come (un solo segno)',
        field: '/titolo',
        columns: 3,
        options: [
          { value: 'proprietario', text: 'Proprietario' },
          { value: 'locatario', text: 'Locatario' },
          { value: 'altro', text: 'Altro titolo' },
        ],
      },
      line(35, 'Occupanti residenti', '/occupanti/residenti'),
      line(35, 'Non residenti', '/occupanti/nonResidenti'),
    ],
  ],
};

const refund: Section = {
  title: 'Rimborso e firma',
  hint: 'IBAN e importo solo se si chiede indietro quanto è stato pagato in più',
  rows: [
    [
      {
        kind: 'comb',
        share: 142,
        label: 'IBAN',
        field: '/rimborso/iban',
        cells: 27,
        charset: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
        pattern: '^[A-Z]{2}[0-9]{2}[A-Z][0-9]{10}[A-Z0-9]{12}$',
      },
      line(40, 'Importo (euro)', '/rimborso/importo'),
    ],
    [date(60, 'Data', '/data'), { kind: 'signature', share: 122, label: 'Firma di chi dichiara', field: '/firma' }],
  ],
};

/** Declaration for the waste tax. Facts from L. 147/2013 art. 1 c. 639 to 704; words and drawing ours. */
export const dichiarazioneTari: FormDrawing = {
  id: 'dichiarazione-tari',
  edition: '2026-11',
  layoutTitle: { it: 'Modulo TAB-TARI, edizione 2026-11', en: 'Form TAB-TARI, edition 2026-11' },
  sign: 'TAB-TARI',
  office: 'Ufficio tributi',
  title: 'Dichiarazione TARI',
  lead: 'Scrivere in stampatello, una lettera per casella dove ci sono le caselle. Segnare con una croce le risposte. Le superfici si arrotondano al mezzo metro.',
  foot: 'I dati servono solo a riscuotere la tassa sui rifiuti (Reg. UE 2016/679)',
  pages: [{ sections: [occasion, declarant, business, premises, occupants, refund] }],
};
