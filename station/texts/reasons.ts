import type { Bilingual } from '../../contract/common.ts';
import type { FieldReason } from '../../ocr/model/field.ts';

/** Why a field waits for a person, or why it is not simply accepted. */
export const reasonTexts: Readonly<Record<FieldReason, Bilingual>> = {
  'low-confidence': {
    it: 'Lettura incerta: confrontare con l’immagine.',
    en: 'Uncertain reading: compare it with the picture.',
  },
  handwritten: {
    it: 'Scritto a mano: confrontare con l’immagine.',
    en: 'Handwritten: compare it with the picture.',
  },
  policy: {
    it: 'Questo campo va sempre controllato da una persona.',
    en: 'A person always checks this field.',
  },
  'required-empty': {
    it: 'Il campo è obbligatorio e non vi si è trovato nulla. Scrivere il valore o segnarlo vuoto o illeggibile.',
    en: 'The field is required and nothing was found in it. Type the value, or mark it empty or unreadable.',
  },
  schema: {
    it: 'Il valore non rispetta le regole del modulo. Confrontare con l’immagine.',
    en: 'The value breaks the rules of the form. Compare it with the picture.',
  },
  pattern: {
    it: 'Il valore non ha la forma prevista. Confrontare con l’immagine.',
    en: 'The value does not have the expected form. Compare it with the picture.',
  },
  'check-character': {
    it: 'Il carattere di controllo non torna: c’è un carattere sbagliato. Se la carta dice proprio così, confermare di nuovo.',
    en: 'The check character does not match: a character is wrong. If the paper really says so, confirm once more.',
  },
  'impossible-date': {
    it: 'Questa data non esiste. Se la carta dice proprio così, confermare di nuovo.',
    en: 'There is no such date. If the paper really says so, confirm once more.',
  },
  'unknown-comune': {
    it: 'Nessun comune ha questo nome. Se la carta dice proprio così, confermare di nuovo.',
    en: 'No municipality has this name. If the paper really says so, confirm once more.',
  },
  'unknown-code': {
    it: 'Questo codice non è nell’elenco. Se la carta dice proprio così, confermare di nuovo.',
    en: 'This code is not in the list. If the paper really says so, confirm once more.',
  },
  'disagrees-with-codice-fiscale': {
    it: 'Non concorda con il codice fiscale: uno dei due è sbagliato. Se la carta dice proprio così, confermare di nuovo.',
    en: 'Disagrees with the tax code: one of the two is wrong. If the paper really says so, confirm once more.',
  },
  'disagrees-with-province': {
    it: 'Comune e provincia non concordano: uno dei due è sbagliato. Se la carta dice proprio così, confermare di nuovo.',
    en: 'Municipality and province disagree: one of the two is wrong. If the paper really says so, confirm once more.',
  },
  'disagrees-with-comune': {
    it: 'Il CAP è di un’altra provincia rispetto al comune: uno dei due è sbagliato. Se la carta dice proprio così, confermare di nuovo.',
    en: 'The postal code is of another province than the municipality: one of the two is wrong. If the paper really says so, confirm once more.',
  },
  'dates-out-of-order': {
    it: 'Le date non sono in ordine: una è prima di un’altra che deve precederla. Se la carta dice proprio così, confermare di nuovo.',
    en: 'The dates are out of order: one is before another that must precede it. If the paper really says so, confirm once more.',
  },
  'date-to-come': {
    it: 'Il giorno deve ancora venire, e la carta è già qui. Se dice proprio così, confermare di nuovo.',
    en: 'The day is still to come, and the paper is here already. If it really says so, confirm once more.',
  },
  'several-marks': {
    it: 'Sono segnate più caselle dove se ne aspetta una. Scegliere quella che vale.',
    en: 'Several boxes are marked where one is expected. Choose the one that counts.',
  },
  'unclear-mark': {
    it: 'Non è chiaro se la casella sia segnata. Confrontare con l’immagine.',
    en: 'It is not clear whether the box is marked. Compare it with the picture.',
  },
  repaired: {
    it: 'Il valore letto è stato corretto secondo le regole. Confrontare con l’immagine.',
    en: 'The value read was corrected by the rules. Compare it with the picture.',
  },
  'not-read': {
    it: 'Il campo non è stato letto. Scrivere il valore dall’immagine.',
    en: 'The field was not read. Type the value from the picture.',
  },
  overrun: {
    it: 'La scrittura esce dal suo spazio: controllare dove comincia e dove finisce.',
    en: 'The writing leaves its space: check where it begins and where it ends.',
  },
  'foreign-writing': {
    it: 'Nel campo c’è anche altra scrittura, forse un’annotazione: confrontare con l’immagine.',
    en: 'There is other writing in the field as well, perhaps a note: compare it with the picture.',
  },
  covered: {
    it: 'Qualcosa copre questo spazio, o il foglio è strappato: quello che vi sta scritto non si vede tutto. Cercare la carta.',
    en: 'Something lies over this space, or the sheet is torn: not all of what is written there is seen. Look at the paper.',
  },
  'struck-out': {
    it: 'Qualcosa è stato cancellato o riscritto: controllare che cosa vale.',
    en: 'Something was struck out or written over: check what counts.',
  },
  'nothing-said': {
    it: 'Un tratto o una parola dice che qui non c’è nulla da scrivere: se è così, confermare il campo vuoto.',
    en: 'A stroke or a word says that there is nothing to write here: if so, confirm the empty field.',
  },
  'found-by-label': {
    it: 'Nessun layout dice dove sta questo campo: il valore è stato trovato accanto a una scritta simile al suo nome. Confrontare con l’immagine.',
    en: 'No layout tells where this field is: the value was found beside a label like its name. Compare it with the picture.',
  },
};
