import { pageOrigin } from '../origin.ts';

/**
 * The policy of every document: code only from the application's own files, no inline or evaluated script, no network.
 * Style elements need the nonce that the document carries in `<meta property="csp-nonce">`.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    `img-src 'self' ${pageOrigin} data:`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join('; ');
}
