/** An answer without content. */
export function refuse(status: 400 | 403 | 404 | 405 | 500): Response {
  return new Response(null, { status, headers: { 'x-content-type-options': 'nosniff' } });
}
