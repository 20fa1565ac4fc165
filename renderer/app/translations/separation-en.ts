import type { separationIt } from './separation-it.ts';
import type { Texts } from './types.ts';

/** The texts of cutting a pile into documents, in English. */
export const separationEn: Texts<typeof separationIt> = {
  separation: {
    title: 'How the pile is cut into documents',
    sheets: 'Sheets of each document',
    sheetsBad: 'Write a whole number of sheets, from 1 to 1000.',
    print: 'Print separator sheets…',
    printTitle: 'Separator sheets to print',
    printHelp:
      'Each sheet has a QR code, a bar code and a patch code, read upside down and on the back as well. Print on white A4 at 100 %.',
    references: 'Archival references (optional)',
    referencesHelp:
      'One a line, for example 2026/IV-3/112: there is a sheet for each, and the document that follows is given it.',
    referenceBad: 'Line {{line}} will not do: at most 60 letters, figures, spaces and signs like . / _ - : , ( ).',
    copies: 'Sheets of each',
    copiesBad: 'Write a whole number, from 1 to 200.',
    tooMany: 'These are more than 1000 sheets, or more than 200 references: make two files.',
    bothSides: 'The same separator on front and back (for printers that print both sides)',
    save_one: 'Save the PDF ({{count}} sheet)…',
    save_other: 'Save the PDF ({{count}} sheets)…',
    saveAny: 'Save the PDF…',
    saved: 'Saved. Open the file and print it; the sheets can be used many times.',
    notSaved: 'The file could not be written. Choose another folder and try again.',
    changeTitle: 'Cut the pile',
    change: 'Cut this way',
    changeHelp:
      'The pile is cut anew. Documents that somebody has worked on stay as they are; no page is lost, and Ctrl Z brings everything back as it was.',
    now: 'Cut: {{by}}',
    every_one: 'after every sheet',
    every_other: 'after every {{count}} sheets',
  },
  separationBy: {
    forms: 'at recognised forms',
    'separator-sheets': 'at separator sheets (QR or bar code)',
    'patch-codes': 'at patch codes',
    'blank-pages': 'at blank sheets',
    sheets: 'after so many sheets',
  },
  separationHelp: {
    forms: 'A document begins where the first page of a form is recognised. The paper needs no preparation.',
    'separator-sheets':
      'A separator sheet printed with this program goes between documents. A damaged one is pointed out.',
    'patch-codes': 'A sheet with a patch code goes between documents, one of another program as well.',
    'blank-pages': 'A sheet that is blank on both sides goes between documents.',
    sheets: 'A new document after every fixed number of sheets, whatever is on them.',
  },
};
