/** Words that labels on forms are made of, in Italian and English, lower case and without accents. */
const words = `
  cognome nome nominativo denominazione ragione sociale ditta impresa ente societa codice fiscale partita iva iban
  documento identita carta patente passaporto tessera numero num nr matricola protocollo prot pratica oggetto
  comune provincia prov cap citta paese stato nazione cittadinanza nazionalita sesso eta
  data nascita nato nata luogo il ora anno mese giorno periodo scadenza decorrenza inizio fine durata termine
  residente residenza domicilio indirizzo via piazza civico interno scala piano frazione localita
  telefono tel cellulare cell recapito fax email mail pec posta sito
  professione qualifica titolo studio ruolo ufficio settore servizio sede reparto
  importo euro totale somma prezzo costo quantita valore tariffa rata saldo misura superficie mq lunghezza larghezza
  altezza peso targa veicolo marca modello tipo categoria classe descrizione motivo motivazione causale note
  osservazioni annotazioni firma timbro richiedente dichiarante sottoscritto delegato intestatario proprietario
  rilasciato rilascio foglio particella subalterno mappale relazione parentela coniuge padre madre allegati
  surname name first last middle family given maiden company organization organisation firm employer agency
  tax code vat number no id identification document card passport licence license registration registrant plate
  file case account reference ref subject re title date time day month year period start end begin due expires
  effective born birth place age sex gender nationality citizenship status address street city town state county
  province zip postal postcode country telephone phone tel ext fax mobile email attention attn from to cc
  profession occupation position job department dept division office section unit branch manager supervisor
  amount total sum price cost budget quantity qty value rate fee balance percent size length width height weight
  type kind category class model make brand product project description reason purpose objective comments remarks
  notes signature signed approved approval prepared received requested submitted reviewed authorized issued
  applicant owner contact person relationship spouse father mother page pages copies distribution report request
  order invoice item sample test method result results supplier source location area region
`;
export const labelWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Whether one of the parts of a printed word is such a word: "Nato/a", "Tel.", "DATE:". */
export function isLabelWord(text: string): boolean {
  const parts = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  return parts.some((part) => labelWords.has(part));
}
