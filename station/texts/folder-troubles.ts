import type { Bilingual } from '../../contract/common.ts';
import type { FolderTroubleCode, WaitingCode } from '../../contract/watched-folder.ts';

/** Why nothing can be taken from a watched folder for now, and what to do. What lies in it stays there. */
export const folderTroubleTexts: Readonly<Record<FolderTroubleCode, Bilingual>> = {
  'not-found': {
    it: 'La cartella non c’è: è stata spostata o rinominata, oppure il disco di rete non è collegato. Rimetterla al suo posto o ricollegare il disco: si riprova da sé e nulla va perso.',
    en: 'The folder is not there: it was moved or renamed, or the network disk is not connected. Put it back or connect the disk: it is tried again by itself and nothing is lost.',
  },
  'not-allowed': {
    it: 'La postazione non può leggere nella cartella. Far ridare i permessi da chi cura la rete: si riprova da sé e nulla va perso.',
    en: 'The workstation may not read in the folder. Ask whoever looks after the network for the permissions: it is tried again by itself and nothing is lost.',
  },
  unreachable: {
    it: 'La cartella di rete non è raggiungibile. Verificare che il computer o il disco di rete sia acceso e collegato: si riprova da sé e nulla va perso.',
    en: 'The network folder cannot be reached. Check that the computer or network disk is on and connected: it is tried again by itself and nothing is lost.',
  },
  'not-answering': {
    it: 'La cartella non risponde da alcuni minuti. Verificare la rete: quando risponde si continua da sé e nulla va perso.',
    en: 'The folder has not answered for some minutes. Check the network: once it answers the work goes on by itself and nothing is lost.',
  },
  'profile-gone': {
    it: 'Il profilo di questa cartella non esiste più. Togliere la cartella e aggiungerla con un altro profilo: ciò che contiene resta dov’è.',
    en: 'The profile of this folder is not there any more. Remove the folder and add it with another profile: what lies in it stays where it is.',
  },
  unexpected: {
    it: 'Un errore imprevisto ferma questa cartella. Si riprova da sé; se continua, avvisare chi cura la postazione.',
    en: 'An unexpected error holds this folder up. It is tried again by itself; if it goes on, tell whoever looks after the workstation.',
  },
};

/** Why a file of a watched folder waits, and what to do. */
export const waitingTexts: Readonly<Record<WaitingCode, Bilingual>> = {
  locked: {
    it: 'Tenuto aperto da un altro programma, o non leggibile. Si riprova da sé; se resta, chiudere quel programma o controllare i permessi del file.',
    en: 'Held open by another program, or not readable. It is tried again by itself; if it stays, close that program or check the permissions of the file.',
  },
  changed: {
    it: 'Cambiato mentre veniva copiato. Si riprova da sé quando è completo.',
    en: 'Changed while it was being copied. It is tried again by itself once it is whole.',
  },
  'not-moved': {
    it: 'Al sicuro, ma non si può spostare nella sottocartella «tabularium-taken». Non verrà preso due volte; far dare alla postazione il permesso di spostare i file.',
    en: 'Safe, but it cannot be moved to the subfolder “tabularium-taken”. It will not be taken twice; have the workstation allowed to move files.',
  },
  'disk-full': {
    it: 'Sul disco della postazione non c’è più spazio. Liberare spazio: il file resta nella cartella e si riprova da sé.',
    en: 'The workstation’s disk is full. Make room: the file stays in the folder and is tried again by itself.',
  },
  'disk-failed': {
    it: 'La cartella dei dati della postazione non accetta scritture. Verificare il disco e i permessi: il file resta nella cartella e si riprova da sé.',
    en: 'The workstation’s data folder takes no writing. Check the disk and the permissions: the file stays in the folder and is tried again by itself.',
  },
};
