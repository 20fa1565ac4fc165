import { ORPCError } from '@orpc/client';
import type { Bilingual, StationErrorCode } from '../../contract/common.ts';
import { stationErrors } from '../../contract/common.ts';

/** A failure as a person is told about it: what happened and what to do, and whether trying again may help. */
export interface Trouble {
  readonly code: StationErrorCode | 'INTERNAL';
  readonly message: Bilingual;
  readonly retryable: boolean;
}

const internalTrouble: Trouble = {
  code: 'INTERNAL',
  message: {
    it: 'La postazione non ha potuto rispondere per un errore interno. Il lavoro già fatto è salvo. Riprovare; se succede ancora, chiudere e riaprire Tabularium.',
    en: 'The station could not answer because of an internal error. The work done so far is safe. Try again; if it happens again, close Tabularium and open it.',
  },
  retryable: true,
};

/** Turns whatever a call threw into what the person is told. Failures outside the contract become an internal error. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ORPCError)) return internalTrouble;
  const code = stationErrorCodes.find((known) => known === error.code);
  if (code === undefined) return internalTrouble;
  const data = stationErrors[code].data.safeParse(error.data);
  return data.success ? { code, ...data.data } : internalTrouble;
}

const stationErrorCodes: readonly StationErrorCode[] = [
  'NOT_SIGNED_IN',
  'LOCKED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_INPUT',
  'UNREACHABLE',
  'FORM_PACKAGE_INVALID',
  'UNREADABLE_LIST',
];
