import { type CodeShape, codeMask } from './code.ts';

/** Of Italy and San Marino: country, check digits, CIN, ABI, CAB, account. */
const italian: CodeShape = { places: 'LLDDLDDDDDDDDDDXXXXXXXXXXXX', least: 27 };
/** Of other countries, from Norway's 15 to the 34 characters that ISO 13616 allows. */
const foreign: CodeShape = { places: `LLDD${'X'.repeat(30)}`, least: 15 };

export const ibanMask = codeMask((code) => (/^(?!IT|SM)[A-Z]{2}/.test(code) ? foreign : italian), 4);
