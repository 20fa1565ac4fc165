import type { DocumentState } from '../../contract/batch.ts';
import type { Bilingual } from '../../contract/common.ts';
import { failureIn, isDuplicate } from './failure-text.ts';
import type { DocumentResult, Results } from './results.ts';

type Language = keyof Bilingual;

/** One line for each document and each file that was left out, then the counts. For people; tools read the JSON. */
export function summarise({ documents, refused, timing }: Results, language: Language): string {
  const duplicates = refused.filter(({ reason }) => isDuplicate(reason)).length;
  const left = refused.map(({ source, reason }) => {
    const kind = isDuplicate(reason) ? words.duplicate : words.refused;
    return `${kind[language]}  ${source}  ${failureIn(language, reason)}`;
  });
  const counts = [
    counted(documents.length, words.documents, language),
    counted(timing.pages, words.pages, language),
    counted(refused.length - duplicates, words.refusals, language),
    counted(duplicates, words.duplicates, language),
    `${(timing.wallMs / 1000).toFixed(1)} s`,
  ];
  return [...documents.map((document) => describeDocument(document, language)), ...left, counts.join(', ')].join('\n');
}

function describeDocument({ form, state, pages, fields }: DocumentResult, language: Language): string {
  const sources = [...new Set(pages.map(({ source }) => source))].join(', ');
  const open = Object.values(fields).filter(({ status }) => status !== 'accepted').length;
  const count = counted(pages.length, words.pages, language);
  const parts = [states[state][language], sources, count, form ?? words.noForm[language]];
  if (open > 0) parts.push(counted(open, words.openFields, language));
  for (const { index, quarantined } of pages) {
    if (quarantined !== null) parts.push(`${words.page[language]} ${index + 1}: ${failureIn(language, quarantined)}`);
  }
  return parts.join('  ');
}

interface Counted {
  readonly one: Bilingual;
  readonly other: Bilingual;
}

function counted(count: number, { one, other }: Counted, language: Language): string {
  return `${count} ${(count === 1 ? one : other)[language]}`;
}

const words = {
  documents: { one: { it: 'documento', en: 'document' }, other: { it: 'documenti', en: 'documents' } },
  pages: { one: { it: 'pagina', en: 'page' }, other: { it: 'pagine', en: 'pages' } },
  refusals: { one: { it: 'file rifiutato', en: 'file refused' }, other: { it: 'file rifiutati', en: 'files refused' } },
  duplicates: { one: { it: 'doppio', en: 'duplicate' }, other: { it: 'doppi', en: 'duplicates' } },
  openFields: {
    one: { it: 'campo da verificare', en: 'field to verify' },
    other: { it: 'campi da verificare', en: 'fields to verify' },
  },
  refused: { it: 'rifiutato', en: 'refused' },
  duplicate: { it: 'doppio', en: 'duplicate' },
  page: { it: 'pagina', en: 'page' },
  noForm: { it: 'nessun modulo', en: 'no form' },
} as const;

const states: Readonly<Record<DocumentState, Bilingual>> = {
  read: { it: 'letto', en: 'read' },
  verifying: { it: 'in verifica', en: 'verifying' },
  verified: { it: 'verificato', en: 'verified' },
  approved: { it: 'approvato', en: 'approved' },
  delivered: { it: 'consegnato', en: 'delivered' },
  rescan: { it: 'da acquisire di nuovo', en: 'to scan again' },
  quarantined: { it: 'in quarantena', en: 'quarantined' },
};
