import { implement, ORPCError, ValidationError } from '@orpc/server';
import { type StationErrorCode, type StationErrorData, stationErrors } from '../../contract/common.ts';
import { contract } from '../../contract/contract.ts';
import { AppError, type AppErrorCode } from '../app-error.ts';
import type { Looks } from '../audit/looks.ts';
import type { Scans } from '../capture/scans.ts';
import type { WatchedFolders } from '../capture/watched-folders/watched-folders.ts';
import type { Deliveries } from '../deliver/deliveries.ts';
import { accessOf, requireRight } from '../people/rights.ts';
import type { Secrets } from '../people/secrets.ts';
import type { SignInGate } from '../people/sign-in-gate.ts';
import type { WindowSession } from '../people/window-session.ts';
import type { Piles } from '../pile/piles.ts';
import type { Practice } from '../practice/practice.ts';
import type { Station } from '../station.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import type { Arrangements } from '../verify/arrangements.ts';
import type { Leases } from '../verify/leases.ts';
import type { Verification } from '../verify/verification.ts';

/** What the routes work with. One for all windows, but for the session. */
export interface Services {
  readonly station: Station;
  readonly verification: Verification;
  readonly deliveries: Deliveries;
  readonly scans: Scans;
  readonly watchedFolders: WatchedFolders;
  readonly practice: Practice;
  readonly piles: Piles;
  readonly secrets: Secrets;
  readonly gate: SignInGate;
  readonly leases: Leases;
  readonly arrangements: Arrangements;
  readonly looks: Looks;
}

export interface RpcContext extends Services {
  readonly session: WindowSession;
  /** Ends the sessions of somebody in every window they are in, but for `except`. */
  readonly endSessionsOf: (accountId: string, except?: WindowSession) => void;
}

/** Routes that anybody in front of the screen may use. */
export const open = implement(contract)
  .$context<RpcContext>()
  .use(async ({ next, context }) => {
    try {
      // What is asked by a window that is gone, or of a station that ends, has nobody to answer to.
      context.session.closed.throwIfAborted();
      return await next();
    } catch (error) {
      throw asRpcError(error, context);
    }
  });

/** Routes for those who are signed in in this window, hold the right that the verb takes, and have not locked it. */
export const signedIn = open.use(async ({ next, context, path }) => {
  const { account, locked } = context.session;
  if (account === null) throw asRpcError(refuse('not-signed-in'), context);
  if (locked) throw asRpcError(refuse('locked'), context);
  const access = accessOf(path);
  if (access !== 'anybody') requireRight(account, access);
  return await next({ context: { account } });
});

/** Expected failures become the contract's errors; anything else is a bug, is logged and reaches the window without details. */
function asRpcError(error: unknown, { station }: Services): Error {
  if (error instanceof AppError && isStationCode(error.code)) {
    return typedError(error.code, { message: error.text, retryable: error.retryable });
  }
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return typedError('INVALID_INPUT', { message: invalidInput, retryable: false });
  }
  if (error instanceof ORPCError) return error;
  // The window closed or its person left: the request was ended for that, and nobody waits for its answer.
  if (error instanceof Error && error.name === 'AbortError') return new ORPCError('CLIENT_CLOSED_REQUEST');
  station.logger.error({ err: error }, 'a request of a window failed unexpectedly');
  return new ORPCError('INTERNAL_SERVER_ERROR');
}

const invalidInput = {
  it: 'La richiesta non è valida. Controllare i dati inseriti.',
  en: 'The request is not valid. Check what was entered.',
};

function isStationCode(code: AppErrorCode): code is StationErrorCode {
  return code in stationErrors;
}

function typedError(code: StationErrorCode, data: StationErrorData): Error {
  return new ORPCError(code, { defined: true, message: data.message.en, data });
}
