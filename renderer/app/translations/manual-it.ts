export const manual = {
  title: 'Manuale',
  contents: 'Capitoli',
  search: 'Cerca nel manuale',
  found_one: '{{count}} passo trovato',
  found_other: '{{count}} passi trovati',
  print: 'Stampa il capitolo',
  printAll: 'Stampa tutto',
} as const;
