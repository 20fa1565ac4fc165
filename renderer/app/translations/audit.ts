/** Texts of the audit log. */
export const auditEn = {
  audit: {
    verify: 'Check the log',
    intact_one: '{{count}} event: nothing was removed, altered or moved.',
    intact_other: '{{count}} events: nothing was removed, altered or moved.',
    notIntact:
      'The log is not intact. Keep a copy of the workstation’s folder as it is, and tell whoever looks after it.',
    fault: 'event {{seq}}: {{fault}}',
    faults: {
      gap: 'events are missing before it',
      'broken-link': 'it does not follow from the one before it',
      altered: 'it was altered',
      'wrong-end': 'the log does not end where it should',
    },
    person: 'Person',
    everybody: 'Everybody',
    subject: 'Document or thing',
    subjectHelp: 'Its identifier, as the log has it.',
    from: 'From',
    to: 'To',
    newest: 'Newest',
    older: 'Older',
    events: 'Events',
    seq: 'No.',
    at: 'When',
    action: 'What',
    detail: 'Details',
    none: 'No events',
    noneHelp: 'Nothing in the log fits the filter.',
  },
};

export const auditIt: typeof auditEn = {
  audit: {
    verify: 'Controlla il registro',
    intact_one: '{{count}} evento: nulla è stato tolto, alterato o spostato.',
    intact_other: '{{count}} eventi: nulla è stato tolto, alterato o spostato.',
    notIntact:
      'Il registro non è integro. Conservare una copia della cartella della postazione così com’è e avvisare chi la cura.',
    fault: 'evento {{seq}}: {{fault}}',
    faults: {
      gap: 'mancano eventi prima di questo',
      'broken-link': 'non segue dal precedente',
      altered: 'è stato alterato',
      'wrong-end': 'il registro non finisce dove dovrebbe',
    },
    person: 'Persona',
    everybody: 'Tutti',
    subject: 'Documento o altro',
    subjectHelp: 'L’identificativo, come lo riporta il registro.',
    from: 'Dal',
    to: 'Al',
    newest: 'Più recenti',
    older: 'Precedenti',
    events: 'Eventi',
    seq: 'N.',
    at: 'Quando',
    action: 'Che cosa',
    detail: 'Dettagli',
    none: 'Nessun evento',
    noneHelp: 'Nulla nel registro corrisponde al filtro.',
  },
};
