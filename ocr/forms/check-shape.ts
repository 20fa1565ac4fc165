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

/** Messages that a model words itself are in English: in Italian the rule behind them is shown instead. */
function italianText(issue: z.core.$ZodIssue | undefined, english: string): string {
  if (issue === undefined) return english;
  if (issue.message !== english) return issue.message;
  if (issue.code === 'invalid_format') return `il testo non ha la forma richiesta: ${issue.pattern ?? issue.format}`;
  return issue.message;
}
