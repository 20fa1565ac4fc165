import type { PracticeTrap } from '../../contract/practice.ts';
import type { MakeOptions } from '../samples/document.ts';
import type { PlannedDocument } from '../samples/plan.ts';
import { cancelBox, leaveEmpty, slipInCode, spillInk } from './traps.ts';

/** One document of the practice pile. */
export interface PracticePlan {
  readonly document: PlannedDocument & { readonly kind: 'form' };
  readonly options: Pick<MakeOptions, 'amend' | 'addInk'>;
  /** Fields with a trap in them. */
  readonly traps: Readonly<Record<string, PracticeTrap>>;
}

function planned(
  formId: 'accesso-atti' | 'dichiarazione-residenza',
  hand: PracticePlan['document']['hand'],
  damage: PracticePlan['document']['damage'],
): PracticePlan['document'] {
  return { kind: 'form', formId, hand, damage, upsideDown: false };
}

/** Six documents from easy to hard, with the traps that people at a desk meet every week. */
export const practicePlans: readonly PracticePlan[] = [
  { document: planned('accesso-atti', 'typed', 'light'), options: {}, traps: {} },
  {
    document: planned('accesso-atti', 'typewriter', 'light'),
    options: { addInk: (page, random) => spillInk(page, '/documento/numero', random) },
    traps: { '/documento/numero': 'unreadable' },
  },
  {
    document: planned('dichiarazione-residenza', 'typed', 'light'),
    options: { amend: (written) => leaveEmpty(written, '/dichiarante/cittadinanza') },
    traps: { '/dichiarante/cittadinanza': 'left-empty' },
  },
  {
    document: planned('accesso-atti', 'typed', 'medium'),
    options: { amend: (written) => slipInCode(written, '/richiedente/codiceFiscale') },
    traps: { '/richiedente/codiceFiscale': 'wrong-on-paper' },
  },
  {
    document: planned('accesso-atti', 'handwritten', 'light'),
    options: {
      amend: (written) =>
        new Map(written)
          .set('/richiedente/qualita', { value: 'interessato', text: '' })
          // Of a drawn address nobody could tell l from 1.
          .set('/richiedente/pec', { value: 'orlando@posta.example', text: 'orlando@posta.example' }),
      addInk: (page, random, pen) => cancelBox(page, '/richiedente/qualita', 'delegato', random, pen),
    },
    traps: { '/richiedente/qualita': 'cancelled-mark' },
  },
  { document: planned('accesso-atti', 'typed', 'heavy'), options: {}, traps: {} },
];
