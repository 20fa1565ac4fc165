import type { ScanStopCode, ToldStop } from '../../contract/capture.ts';
import type { Bilingual } from '../../contract/common.ts';

/** Why the scanner gives no further page, and what to do. All pages counted so far are safe whatever the reason. */
const scanStopTexts: Readonly<Record<ScanStopCode, Bilingual>> = {
  'feeder-empty': {
    it: 'L’alimentatore è vuoto. Mettere altri fogli e continuare, oppure concludere.',
    en: 'The feeder is empty. Lay in more sheets and continue, or finish.',
  },
  jam: {
    it: 'Carta inceppata. Togliere il foglio, rimetterlo in cima a quelli che restano e continuare: i fogli già contati non vanno rimessi.',
    en: 'Paper jam. Take the sheet out, lay it on top of those that are left and continue: sheets already counted stay out.',
  },
  'cover-open': {
    it: 'Il coperchio dello scanner è aperto. Chiuderlo, rimettere in cima il foglio rimasto dentro e continuare.',
    en: 'The cover of the scanner is open. Close it, lay the sheet that was inside on top again and continue.',
  },
  'double-feed': {
    it: 'Due fogli sono entrati insieme. Separarli, rimetterli in cima a quelli che restano e continuare.',
    en: 'Two sheets were drawn in together. Part them, lay them on top of those that are left and continue.',
  },
  busy: {
    it: 'Lo scanner è occupato da un altro lavoro. Attendere che finisca e continuare.',
    en: 'The scanner is busy with another job. Wait for it to end and continue.',
  },
  unreachable: {
    it: 'Lo scanner non risponde. Verificare che sia acceso e collegato, controllare quale sia l’ultimo foglio contato e continuare da quello dopo.',
    en: 'The scanner does not answer. Check that it is on and connected, look which sheet was counted last and continue with the one after it.',
  },
  'broken-page': {
    it: 'L’ultimo foglio è arrivato incompleto e non è stato contato. Rimetterlo in cima a quelli che restano e continuare.',
    en: 'The last sheet came incomplete and was not counted. Lay it on top of those that are left and continue.',
  },
  'disk-full': {
    it: 'Sul disco non c’è più spazio: lo scanner è stato fermato. Liberare spazio e continuare; un foglio uscito ma non contato va rimesso.',
    en: 'The disk is full: the scanner was stopped. Make room and continue; a sheet that came out but was not counted has to be laid in again.',
  },
  'disk-failed': {
    it: 'La cartella della postazione non accetta scritture: lo scanner è stato fermato. Verificare il disco e i permessi della cartella e continuare; un foglio uscito ma non contato va rimesso.',
    en: 'The workstation’s folder takes no writing: the scanner was stopped. Check the disk and the folder’s permissions and continue; a sheet that came out but was not counted has to be laid in again.',
  },
  'not-supported': {
    it: 'Lo scanner non può acquisire con queste impostazioni. Sceglierne altre.',
    en: 'The scanner cannot scan with these settings. Choose others.',
  },
  'certificate-changed': {
    it: 'Lo scanner si presenta con un certificato diverso da prima. Se è stato sostituito o ripristinato, un responsabile può accettarlo; altrimenti avvisare chi cura la rete.',
    en: 'The scanner shows another certificate than before. If it was replaced or reset, a supervisor can accept it; otherwise tell whoever looks after the network.',
  },
  'driver-missing': {
    it: 'Su questo computer manca il programma per questo tipo di scanner. Farlo installare da chi cura la postazione.',
    en: 'The program for this kind of scanner is not installed on this computer. Ask whoever looks after the workstation.',
  },
  'device-failed': {
    it: 'Lo scanner segnala un guasto. Guardare il suo pannello, rimediare e continuare dal foglio dopo l’ultimo contato.',
    en: 'The scanner reports a fault. Look at its panel, put it right and continue with the sheet after the last one counted.',
  },
  'ended-by-person': {
    it: 'Acquisizione fermata. Si può continuare dal foglio dopo l’ultimo contato, oppure concludere.',
    en: 'Scanning was stopped. Continue with the sheet after the last one counted, or finish.',
  },
  'station-ended': {
    it: 'La postazione si è chiusa durante l’acquisizione. Le pagine contate sono al sicuro: continuare dal foglio dopo l’ultimo contato.',
    en: 'The workstation closed while scanning. The pages counted are safe: continue with the sheet after the last one counted.',
  },
};

export function tellStop(code: ScanStopCode): ToldStop {
  return { code, message: scanStopTexts[code] };
}
