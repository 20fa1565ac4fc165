import { type CodeShape, codeMask } from './code.ts';

/** Of a person: letters of the names, year, month, day, birthplace, check character (DM 23 December 1976). */
const ofPerson: CodeShape = { places: 'LLLLLLOOLOOLOOOL', least: 16 };
/** The number that somebody has until their code is given out (DPR 605/1973, art. 3). */
const provisional: CodeShape = { places: 'DDDDDDDDDDD', least: 11 };

export const taxCodeMask = codeMask((code) => (/^(\d+$|\d{3})/.test(code) ? provisional : ofPerson));
