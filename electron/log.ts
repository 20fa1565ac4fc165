/** One line of JSON on standard error: names and ids, never the content of a record. */
export function report(event: string, detail: string): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), process: 'main', event, detail })}\n`);
}
