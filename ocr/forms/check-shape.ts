import { z } from 'zod';
import { type Finding, fault, type Place, within } from './finding.ts';

/** Checks a parsed file against its model and tells every deviation in both languages. */
export function checkShape<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  place: Place,
): { value: z.output<Schema> | null; findings: Finding[] } {
  const english = schema.safeParse(value, { error: z.locales.en().localeError });
  if (english.success) return { value: english.data, findings: [] };
  const italian = schema.safeParse(value, { error: z.locales.it().localeError });
  const findings = english.error.issues.map((issue, index) =>
    fault(within(place, ...issue.path), italianText(italian.error?.issues[index], issue.message), issue.message),
  );
  return { value: null, findings };
}

/** The messages that the model of a form words itself, in Italian. */
const inItalian: Readonly<Record<string, string>> = {
  'must be a JSON Pointer such as /richiedente/cognome': 'serve un puntatore JSON, come /richiedente/cognome',
  'must be lower-case words joined by hyphens': 'servono parole minuscole unite da trattini, come richiesta-chiavi',
  'must be three numbers such as 1.0.0': 'servono tre numeri, come 1.0.0',
  'must be the name of a PNG file beside the layout':
    'serve il nome di un file PNG accanto al layout, come 2026-01-1.png',
};

/** For other messages in English the rule behind them is shown in Italian. */
function italianText(issue: z.core.$ZodIssue | undefined, english: string): string {
  if (issue === undefined) return english;
  if (issue.message !== english) return issue.message;
  const worded = inItalian[english];
  if (worded !== undefined) return worded;
  if (issue.code === 'invalid_format') return `il testo non ha la forma richiesta: ${issue.pattern ?? issue.format}`;
  return issue.message;
}
