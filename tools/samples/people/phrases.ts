/** Subjects of records that citizens ask for. */
export const subjects = [
  'Permesso di costruire e tavole del fabbricato di via Marconi 12',
  'Verbale della polizia locale per il sinistro del 3 marzo in corso Cavour',
  "Pratica edilizia del condominio Aurora, con le varianti in corso d'opera",
  'Graduatoria e verbali della selezione per istruttore amministrativo',
  'Ordinanza di chiusura della strada vicinale e relazione tecnica allegata',
  'Autorizzazione allo scarico rilasciata alla proprietà confinante',
  'Certificato di agibilità e collaudo statico del fabbricato in piazza Roma',
  'Contratto di concessione del loculo e ricevute di pagamento del canone',
  "Atti della commissione mensa scolastica dell'anno 2025",
  'Progetto approvato della pista ciclabile di viale Europa',
] as const;

export const reasons = [
  "Sono proprietario dell'immobile confinante e devo verificare le distanze prima di presentare ricorso.",
  "Devo vendere l'appartamento e il notaio chiede la conformità urbanistica.",
  'Ho partecipato alla selezione e intendo conoscere la valutazione delle mie prove.',
  "L'assicurazione ha bisogno del verbale per liquidare il danno alla mia auto.",
  "Sono erede dell'intestatario e devo definire la successione entro il mese prossimo.",
  'I lavori hanno causato infiltrazioni nella mia cantina e chiedo di conoscere il progetto.',
  'Mi serve per la domanda di mutuo presso la banca e per la perizia del tecnico incaricato.',
] as const;

/** How members of a family stand to the declarant, as women and men are called. */
export const relations = [
  { F: 'Coniuge', M: 'Coniuge', age: 'adult', sameSurname: false },
  { F: 'Convivente', M: 'Convivente', age: 'adult', sameSurname: false },
  { F: 'Figlia', M: 'Figlio', age: 'child', sameSurname: true },
  { F: 'Figlia', M: 'Figlio', age: 'child', sameSurname: true },
  { F: 'Madre', M: 'Padre', age: 'adult', sameSurname: false },
  { F: 'Sorella', M: 'Fratello', age: 'adult', sameSurname: true },
] as const;
export const citizenships = ['Italiana', 'Italiana', 'Italiana', 'Italiana', 'Romena', 'Francese', 'Albanese'] as const;
export const states = ['Francia', 'Germania', 'Svizzera', 'Regno Unito', 'Belgio', 'Romania', 'Spagna'] as const;
