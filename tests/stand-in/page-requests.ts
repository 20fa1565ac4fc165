import { rewriteSources, toAppAddress, toBrowserAddress } from './addresses.ts';
import type { DevTools } from './devtools.ts';
import { handledSchemes, type Protocol } from './protocol.ts';

/**
 * Answers every request of a page from its session's protocol handlers; whatever no handler serves fails, so a page
 * cannot reach a network. `mayNavigate` is asked before the main frame goes anywhere.
 */
export async function interceptRequests(
  { tools, sessionId }: { readonly tools: DevTools; readonly sessionId: string },
  protocol: Protocol,
  mayNavigate: (address: string) => boolean,
): Promise<void> {
  const { frameTree } = await tools.send('Page.getFrameTree', undefined, sessionId);
  const mainFrame = frameTree.frame.id;
  tools.on(
    'Fetch.requestPaused',
    ({ requestId, request, resourceType, frameId }) => {
      const schemes = handledSchemes();
      const address = toAppAddress(request.url, schemes);
      const refused = resourceType === 'Document' && frameId === mainFrame && !mayNavigate(address);
      const answered = refused ? fail('Aborted') : fulfil(address);
      // The page may be gone before its answer is ready.
      answered.catch(() => undefined);

      async function fulfil(url: string): Promise<void> {
        // The browser asks for an icon by itself; a window of Electron does not.
        if (url.endsWith('/favicon.ico')) {
          await tools.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }, sessionId);
          return;
        }
        const response = await protocol.answer({ url, method: request.method, headers: request.headers });
        if (response === null) return fail('BlockedByClient');
        const body = Buffer.from(await response.arrayBuffer()).toString('base64');
        const responseHeaders = [...response.headers].map(([name, value]) => ({
          name,
          value: name === 'content-security-policy' ? rewriteSources(value, schemes) : value,
        }));
        await tools.send(
          'Fetch.fulfillRequest',
          { requestId, responseCode: response.status, responseHeaders, body },
          sessionId,
        );
      }

      async function fail(errorReason: 'Aborted' | 'BlockedByClient'): Promise<void> {
        await tools.send('Fetch.failRequest', { requestId, errorReason }, sessionId);
      }
    },
    sessionId,
  );
  await tools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
}

/** The browser's address for one of the app's. */
export function browserAddress(address: string): string {
  return toBrowserAddress(address, handledSchemes());
}
