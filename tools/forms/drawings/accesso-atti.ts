import type { FormDrawing } from '../draw/form.ts';
import { cap, codiceFiscale, date, line } from './common.ts';

/** Request for access to records. Facts from L. 241/1990 art. 22 to 25 and DPR 184/2006; words and drawing ours. */
export const accessoAtti: FormDrawing = {
  id: 'accesso-atti',
  edition: '2026-11',
  layoutTitle: { it: 'Modulo TAB-ACC, edizione 2026-11', en: 'Form TAB-ACC, edition 2026-11' },
  sign: 'TAB-ACC',
  office: 'Ufficio relazioni con il pubblico',
  title: 'Richiesta di accesso agli atti',
  lead: 'Scrivere in stampatello, una lettera per casella dove ci sono le caselle. Segnare con una croce le risposte. Si risponde entro trenta giorni.',
  foot: 'I dati servono solo a trattare questa richiesta (Reg. UE 2016/679)',
  pages: [
    {
      sections: [
        {
          title: 'Chi chiede',
          rows: [
            [line(1, 'Cognome', '/richiedente/cognome'), line(1, 'Nome', '/richiedente/nome')],
            [
              date(50, 'Data di nascita', '/richiedente/dataNascita'),
              line(132, 'Luogo di nascita (comune, oppure Stato estero)', '/richiedente/luogoNascita'),
            ],
            [codiceFiscale(92, '/richiedente/codiceFiscale'), line(90, 'Telefono', '/richiedente/telefono')],
            [
              line(66, 'Comune di residenza', '/richiedente/residenza/comune'),
              cap(32, '/richiedente/residenza/cap'),
              line(64, 'Via o piazza', '/richiedente/residenza/via'),
              line(20, 'Civico', '/richiedente/residenza/civico'),
            ],
            [
              line(92, 'Posta elettronica o PEC', '/richiedente/pec'),
              {
                kind: 'choice',
                share: 90,
                label: 'In qualità di',
                field: '/richiedente/qualita',
                columns: 3,
                options: [
                  { value: 'interessato', text: 'Interessato' },
                  { value: 'delegato', text: 'Delegato' },
                  { value: 'rappresentante', text: 'Rappres. legale' },
                ],
              },
            ],
          ],
        },
        {
          title: "Documento d'identità",
          rows: [
            [
              line(36, 'Tipo', '/documento/tipo'),
              line(42, 'Numero', '/documento/numero'),
              line(54, 'Rilasciato da', '/documento/rilasciatoDa'),
              date(50, 'Il', '/documento/data'),
            ],
          ],
        },
        {
          title: 'Atti richiesti',
          rows: [
            [{ kind: 'line', share: 1, label: 'Oggetto', field: '/atto/oggetto', lines: 3 }],
            [line(132, 'Numero o protocollo', '/atto/numero'), date(50, "Data dell'atto", '/atto/data')],
          ],
        },
        {
          title: 'Perché si chiede',
          hint: 'Interesse diretto, concreto e attuale',
          rows: [[{ kind: 'line', share: 1, label: 'Motivazione', field: '/motivazione', lines: 4 }]],
        },
        {
          title: 'In che modo',
          hint: 'Anche più segni',
          rows: [
            [
              {
                kind: 'choice',
                share: 1,
                label: 'Si chiede di avere',
                field: '/modalita',
                columns: 4,
                options: [
                  { value: 'visione', text: 'Visione degli atti' },
                  { value: 'copia-semplice', text: 'Copia semplice' },
                  { value: 'copia-conforme', text: 'Copia conforme' },
                  { value: 'copia-digitale', text: 'Copia digitale' },
                ],
              },
            ],
            [
              date(60, 'Data', '/data'),
              { kind: 'signature', share: 122, label: 'Firma di chi chiede', field: '/firma' },
            ],
          ],
        },
      ],
    },
  ],
};
