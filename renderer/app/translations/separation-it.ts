/** The texts of cutting a pile into documents, in Italian. */
export const separationIt = {
  separation: {
    title: 'Come si divide la pila in documenti',
    sheets: 'Fogli per documento',
    sheetsBad: 'Scrivi un numero intero di fogli, da 1 a 1000.',
    print: 'Stampa fogli separatori…',
    printTitle: 'Fogli separatori da stampare',
    printHelp:
      'Ogni foglio porta codice QR, codice a barre e codice patch, leggibili anche capovolti o sul retro. Si stampa su carta A4 bianca, al 100 %.',
    references: 'Riferimenti archivistici (facoltativi)',
    referencesHelp:
      'Uno per riga, per esempio 2026/IV-3/112: si stampa un foglio per ciascuno, e il documento che segue lo riceve.',
    referenceBad: 'La riga {{line}} non va bene: al massimo 60 fra lettere, cifre, spazi e segni come . / _ - : , ( ).',
    copies: 'Quanti fogli di ciascuno',
    copiesBad: 'Scrivi un numero intero, da 1 a 200.',
    tooMany: 'Sono più di 1000 fogli, o più di 200 riferimenti: fai due file.',
    bothSides: 'Lo stesso separatore su fronte e retro (stampanti fronte-retro)',
    save_one: 'Salva il PDF ({{count}} foglio)…',
    save_other: 'Salva il PDF ({{count}} fogli)…',
    saveAny: 'Salva il PDF…',
    saved: 'Salvato. Apri il file e stampalo; i fogli si possono usare molte volte.',
    notSaved: 'Il file non si è potuto scrivere. Scegli un’altra cartella e riprova.',
    changeTitle: 'Dividi la pila',
    change: 'Dividi così',
    changeHelp:
      'La pila viene divisa di nuovo. I documenti su cui qualcuno ha già lavorato restano come sono; nessuna pagina va persa, e Ctrl Z riporta tutto com’era.',
    now: 'Divisa: {{by}}',
    every_one: 'ogni foglio',
    every_other: 'ogni {{count}} fogli',
  },
  separationBy: {
    forms: 'ai moduli riconosciuti',
    'separator-sheets': 'ai fogli separatori (QR o codice a barre)',
    'patch-codes': 'ai codici patch',
    'blank-pages': 'ai fogli bianchi',
    sheets: 'ogni tanti fogli',
  },
  separationHelp: {
    forms: 'Un documento inizia dove si riconosce la prima pagina di un modulo. Non occorre preparare la carta.',
    'separator-sheets':
      'Fra un documento e l’altro va messo un foglio separatore stampato con questo programma. Un foglio rovinato viene segnalato.',
    'patch-codes': 'Fra un documento e l’altro va messo un foglio con un codice patch, anche di altri programmi.',
    'blank-pages': 'Fra un documento e l’altro va messo un foglio bianco su entrambi i lati.',
    sheets: 'Un documento nuovo dopo ogni numero fisso di fogli, qualunque cosa contengano.',
  },
} as const;
