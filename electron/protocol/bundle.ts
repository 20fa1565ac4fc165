import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { refuse } from './responses.ts';

/** Written into the document at build time (electron.vite.config.ts), replaced at every request. */
const noncePlaceholder = '__STYLE_NONCE__';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Answers `app://bundle/<file>` from the built renderer: known file types inside its folder, nothing else. */
export async function answerBundle(address: URL, rendererFolder: string): Promise<Response> {
  const path = fileInside(rendererFolder, address.pathname);
  const mediaType = path === null ? undefined : mediaTypes[extname(path)];
  if (path === null || mediaType === undefined) return refuse(404);
  const content = await readFile(path).catch(() => null);
  if (content === null) return refuse(404);
  const nonce = randomBytes(16).toString('base64');
  const body = extname(path) === '.html' ? content.toString('utf8').replaceAll(noncePlaceholder, nonce) : content;
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': mediaType,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

/** The file of a URL path inside a folder; null when it would be outside, or the path is not decodable. */
export function fileInside(folder: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = normalize(join(folder, decoded));
  return path.startsWith(folder + sep) ? path : null;
}
