import { type Protocol, protocol } from 'electron';
import type { PageViewAnswer } from '../../contract/station-wire.ts';
import { appScheme, bundleOrigin, pageOrigin } from '../origin.ts';
import { answerBundle } from './bundle.ts';
import { answerPage, type PageRequest } from './page.ts';
import { refuse } from './responses.ts';

/** Makes `app:` a standard, secure scheme. Has to run before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export interface AppSchemeOptions {
  readonly rendererFolder: string;
  askStation(request: PageRequest): Promise<PageViewAnswer>;
  reportFailure(error: unknown): void;
}

/** Answers every `app:` request of one session; runs in the main process, after the application is ready. */
export function serveAppScheme(own: Pick<Protocol, 'handle'>, options: AppSchemeOptions): void {
  own.handle(appScheme, async (request) => {
    try {
      return await answer(request, options);
    } catch (error) {
      options.reportFailure(error);
      return refuse(500);
    }
  });
}

function answer(request: Request, options: AppSchemeOptions): Promise<Response> | Response {
  if (request.method !== 'GET') return refuse(405);
  const address = new URL(request.url);
  const origin = `${address.protocol}//${address.host}`;
  if (origin === bundleOrigin) return answerBundle(address, options.rendererFolder);
  if (origin === pageOrigin) return answerPage(address, options.askStation);
  return refuse(404);
}
