import type { DocumentResult, Results } from './results.ts';

/** One line for each document and refused file, then the counts. For people; tools read the JSON. */
export function summarise({ documents, refused, timing }: Results): string {
  const lines = documents.map(describeDocument);
  const refusals = refused.map(({ source, reason }) => `refused  ${source}  ${reason}`);
  const seconds = (timing.wallMs / 1000).toFixed(1);
  const counts = `${documents.length} documents, ${timing.pages} pages, ${refused.length} refused, ${seconds} s`;
  return [...lines, ...refusals, counts].join('\n');
}

function describeDocument({ form, state, pages, fields }: DocumentResult): string {
  const sources = [...new Set(pages.map(({ source }) => source))].join(', ');
  const open = Object.values(fields).filter(({ status }) => status !== 'accepted').length;
  const quarantined = pages.filter((page) => page.quarantined !== null);
  const parts = [state, sources, `${pages.length} pages`, form ?? 'no form'];
  if (open > 0) parts.push(`${open} fields to see`);
  for (const page of quarantined) parts.push(`page ${page.index + 1}: ${page.quarantined}`);
  return parts.join('  ');
}
