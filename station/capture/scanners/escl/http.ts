import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import { ScannerError } from '../scanner.ts';

/** Certificates of scanners, known by their address. Scanners sign their own, so the first one seen is held to. */
export interface CertificatePins {
  /** SHA-256 fingerprint held to for this `host:port`; undefined when it was never met. */
  get(host: string): string | undefined;
  set(host: string, fingerprint: string): void;
}

export interface EsclHttp {
  /** Sends one request below the service's address; resolves with the answer's head, the body still to be read. */
  send(request: EsclRequest): Promise<IncomingMessage>;
}

export interface EsclRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path from the root of the server. */
  readonly path: string;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Longest silence of the scanner. */
  readonly silenceMs: number;
}

/** A connection of its own for each request: scanners close idle ones without a word. */
export function createHttp(address: URL, pins: CertificatePins): EsclHttp {
  const isSecure = address.protocol === 'https:';
  const key = certificateKey(address);
  return {
    send({ method, path, body, signal, silenceMs }) {
      const options: RequestOptions = {
        ...{ method, path, signal },
        host: address.hostname.replace(/^\[|\]$/g, ''),
        port: address.port || (isSecure ? 443 : 80),
        headers: {
          host: address.host,
          connection: 'close',
          ...(body !== undefined && { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(body) }),
        },
      };
      return new Promise((resolve, reject) => {
        const request = isSecure
          ? httpsRequest({ ...options, createConnection: pinnedConnection(pins, key) })
          : httpRequest({ ...options, agent: false });
        request.setTimeout(silenceMs, () => request.destroy(new Error(`no answer for ${silenceMs} ms`)));
        request.once('error', (cause) => reject(asScannerError(cause)));
        request.once('response', resolve);
        request.end(body);
      });
    },
  };
}

/** Under which a scanner's certificate is kept: `host:port`. */
export function certificateKey({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

/** A broken connection in words of ours. An abort stays what it is: the person's own doing. */
export function asScannerError(cause: unknown): Error {
  if (cause instanceof ScannerError || (cause instanceof Error && cause.name === 'AbortError')) return cause;
  return new ScannerError('unreachable', cause instanceof Error ? cause.message : String(cause), { cause });
}

/**
 * Opens TLS connections that are handed out only after the scanner's certificate was compared with the pinned one: nothing
 * is sent to a scanner that suddenly is another. The certificate's chain and name are not judged, because scanners sign
 * their own (what that leaves open is told in docs/security.md).
 */
function pinnedConnection(pins: CertificatePins, key: string): NonNullable<RequestOptions['createConnection']> {
  return (options, handOut) => {
    const host = options.host ?? 'localhost';
    const socket = connect({
      ...{ host, port: Number(options.port), rejectUnauthorized: false },
      ...(/[a-z]/i.test(host) && !host.includes(':') && { servername: host }),
    });
    const give = (error: Error | null) => {
      socket.removeAllListeners('error');
      if (error !== null) socket.destroy();
      handOut(error, error === null ? socket : neverUsed(socket));
    };
    socket.once('error', give);
    socket.once('secureConnect', () => {
      const seen = socket.getPeerCertificate().fingerprint256;
      const pinned = pins.get(key);
      if (pinned === undefined) pins.set(key, seen);
      const isSame = pinned === undefined || pinned === seen;
      give(isSame ? null : new ScannerError('certificate-changed', `${key} shows another certificate than before`));
    });
    return undefined;
  };
}

/** With an error the type still asks for a stream; the destroyed one is never read. */
function neverUsed(socket: Duplex): Duplex {
  return socket;
}

const longestTextBytes = 2 ** 20;

/** Reads a whole short answer. Throws a ScannerError when it breaks off or is longer than a status can be. */
export async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      bytes += chunk.length;
      if (bytes > longestTextBytes) throw new ScannerError('device-failed', 'the scanner sent a text without an end');
      chunks.push(chunk);
    }
  } catch (error) {
    throw asScannerError(error);
  }
  return Buffer.concat(chunks).toString('utf8');
}
