import type { FormDrawing, Section } from '../draw/form.ts';
import { cap, codiceFiscale, date, line, sexOptions } from './common.ts';

const occasion: Section = {
  title: 'Che cosa si dichiara',
  hint: 'Un solo segno',
  rows: [
    [
      {
        kind: 'choice',
        share: 1,
        label: 'Motivo',
        field: '/caso',
        columns: 2,
        options: [
          { value: 'altro-comune', text: 'Arrivo da un altro comune italiano' },
          { value: 'estero', text: "Arrivo dall'estero" },
          { value: 'aire', text: "Rientro di un cittadino iscritto all'AIRE" },
          { value: 'cambio-abitazione', text: 'Cambio di casa dentro lo stesso comune' },
          { value: 'altro-motivo', text: 'Iscrizione per un altro motivo' },
        ],
      },
    ],
    [line(132, 'Comune o Stato da cui si arriva', '/provenienza'), date(50, 'Trasferiti il', '/dataTrasferimento')],
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
    [codiceFiscale(91, '/dichiarante/codiceFiscale'), line(91, 'Cittadinanza', '/dichiarante/cittadinanza')],
    [
      {
        kind: 'choice',
        share: 1,
        label: 'Stato civile',
        field: '/dichiarante/statoCivile',
        columns: 5,
        options: [
          { value: 'celibe-nubile', text: 'Celibe o nubile' },
          { value: 'coniugato', text: 'Coniugato/a' },
          { value: 'unito-civilmente', text: 'Unito/a civilmente' },
          { value: 'vedovo', text: 'Vedovo/a' },
          { value: 'divorziato', text: 'Divorziato/a' },
        ],
      },
    ],
  ],
};

const work: Section = {
  title: 'Lavoro e studi',
  hint: 'Un segno per colonna: o la professione o, per chi non lavora, la condizione; e il titolo di studio',
  rows: [
    [
      {
        kind: 'choice',
        share: 64,
        label: 'Professione',
        field: '/dichiarante/professione',
        options: [
          { value: 'imprenditore', text: 'Imprenditore o libero professionista' },
          { value: 'dirigente-impiegato', text: 'Dirigente o impiegato' },
          { value: 'lavoratore-in-proprio', text: 'Lavoratore in proprio' },
          { value: 'operaio', text: 'Operaio o simile' },
          { value: 'coadiuvante', text: 'Coadiuvante di un familiare' },
        ],
      },
      {
        kind: 'choice',
        share: 62,
        label: 'Condizione non professionale',
        field: '/dichiarante/condizioneNonProfessionale',
        options: [
          { value: 'casalinga', text: 'Cura della casa' },
          { value: 'studente', text: 'Studente' },
          { value: 'disoccupato', text: 'In cerca di occupazione' },
          { value: 'pensionato', text: 'Ritirato dal lavoro' },
          { value: 'altra', text: 'Altra condizione' },
        ],
      },
      {
        kind: 'choice',
        share: 56,
        label: 'Titolo di studio',
        field: '/dichiarante/titoloStudio',
        options: [
          { value: 'nessuno-primaria', text: 'Nessuno o scuola primaria' },
          { value: 'media', text: 'Scuola media' },
          { value: 'diploma', text: 'Diploma superiore' },
          { value: 'laurea-triennale', text: 'Laurea triennale' },
          { value: 'laurea', text: 'Laurea o laurea magistrale' },
          { value: 'dottorato', text: 'Dottorato' },
        ],
      },
    ],
  ],
};

const vehicles: Section = {
  title: 'Patente e veicoli',
  hint: 'Solo per chi ne ha: servono ad aggiornare i documenti di guida e di circolazione',
  rows: [
    [
      line(22, 'Categoria', '/patente/tipo'),
      line(50, 'Numero della patente', '/patente/numero'),
      date(50, 'Rilasciata il', '/patente/dataRilascio'),
      line(42, 'Da (ufficio)', '/patente/organo'),
      line(18, 'Provincia', '/patente/provincia'),
    ],
    [
      line(1, 'Targa autoveicolo', '/targhe/autoveicoli'),
      line(1, 'Targa rimorchio', '/targhe/rimorchi'),
      line(1, 'Targa motoveicolo', '/targhe/motoveicoli'),
      line(1, 'Targa ciclomotore', '/targhe/ciclomotori'),
    ],
  ],
};

const dwelling: Section = {
  title: 'Nuova abitazione',
  rows: [
    [
      line(104, 'Comune', '/abitazione/comune'),
      line(28, 'Provincia', '/abitazione/provincia'),
      cap(50, '/abitazione/cap'),
    ],
    [
      line(96, 'Via o piazza', '/abitazione/via'),
      line(23, 'Civico', '/abitazione/civico'),
      line(20, 'Scala', '/abitazione/scala'),
      line(20, 'Piano', '/abitazione/piano'),
      line(23, 'Interno', '/abitazione/interno'),
    ],
  ],
};

const family: Section = {
  title: 'Familiari che si trasferiscono insieme',
  hint: 'Una riga doppia per persona; si lasci in bianco quanto non serve',
  rows: [0, 1, 2].flatMap((index) => [
    [
      line(62, `${index + 1}. Cognome`, `/famiglia/${index}/cognome`),
      line(68, 'Nome', `/famiglia/${index}/nome`),
      line(52, 'Relazione con chi dichiara', `/famiglia/${index}/relazione`),
    ],
    [
      date(84, 'Data di nascita', `/famiglia/${index}/dataNascita`),
      codiceFiscale(98, `/famiglia/${index}/codiceFiscale`),
    ],
  ]),
};

const title: Section = {
  title: "A che titolo si occupa l'abitazione",
  hint: 'Un solo segno; poi gli estremi del contratto o i dati del catasto',
  rows: [
    [
      {
        kind: 'choice',
        share: 1,
        label: 'Titolo',
        field: '/titolo/tipo',
        columns: 5,
        options: [
          { value: 'proprieta', text: 'Proprietà' },
          { value: 'locazione', text: 'Locazione' },
          { value: 'comodato', text: 'Comodato' },
          { value: 'usufrutto', text: 'Usufrutto' },
          { value: 'altro', text: 'Altro titolo' },
        ],
      },
    ],
    [
      line(66, 'Contratto registrato a', '/titolo/contratto/ufficio'),
      line(66, 'Numero di registrazione', '/titolo/contratto/numero'),
      date(50, 'In data', '/titolo/contratto/data'),
    ],
    [
      line(1, 'Catasto: sezione', '/titolo/catasto/sezione'),
      line(1, 'Foglio', '/titolo/catasto/foglio'),
      line(1, 'Particella', '/titolo/catasto/particella'),
      line(1, 'Subalterno', '/titolo/catasto/subalterno'),
    ],
  ],
};

/** Declaration of residence. Facts from DPR 223/1989 art. 13 and the fields that ANPR asks for; words and drawing ours. */
export const dichiarazioneResidenza: FormDrawing = {
  id: 'dichiarazione-residenza',
  edition: '2026-11',
  layoutTitle: { it: 'Modulo TAB-RES, edizione 2026-11', en: 'Form TAB-RES, edition 2026-11' },
  sign: 'TAB-RES',
  office: 'Servizi demografici, ufficio anagrafe',
  title: 'Dichiarazione di residenza',
  lead: 'Scrivere in stampatello, una lettera per casella dove ci sono le caselle. Segnare con una croce le risposte. Chi dichiara il falso ne risponde per legge.',
  foot: "I dati servono solo all'anagrafe (Reg. UE 2016/679)",
  pages: [
    {
      sections: [occasion, declarant, work, vehicles],
      notes: {
        title: 'Prima di consegnare',
        paragraphs: [
          "Si unisce la copia del documento d'identità di chi dichiara e di ogni familiare maggiorenne, che firma a sua volta la dichiarazione.",
          'La dichiarazione si presenta entro venti giorni dal trasferimento, allo sportello, per posta o per via telematica.',
          "Chi ha cittadinanza di un Paese fuori dall'Unione europea unisce la copia del passaporto e del titolo di soggiorno.",
          "L'ufficio registra il cambiamento entro due giorni lavorativi e poi verifica, anche con un sopralluogo, quanto dichiarato.",
        ],
      },
    },
    {
      sections: [
        dwelling,
        family,
        title,
        {
          title: 'Recapiti e firma',
          rows: [
            [line(1, 'Telefono', '/contatti/telefono'), line(1, 'Posta elettronica o PEC', '/contatti/email')],
            [
              date(60, 'Data', '/data'),
              { kind: 'signature', share: 122, label: 'Firma di chi dichiara', field: '/firma' },
            ],
          ],
        },
      ],
      notes: {
        title: 'Che cosa succede ai dati',
        paragraphs: [
          "Il comune tratta i dati per tenere l'anagrafe, come la legge gli impone, e li comunica soltanto agli uffici che devono averli.",
          'Chi dichiara può vedere i propri dati, farli correggere e rivolgersi al responsabile della protezione dei dati del comune.',
          "Una dichiarazione non vera fa perdere quanto si è ottenuto e comporta una segnalazione all'autorità di pubblica sicurezza.",
          "L'iscrizione ha effetto dal giorno in cui questa dichiarazione è presentata, se le verifiche la confermano.",
        ],
      },
    },
  ],
};
