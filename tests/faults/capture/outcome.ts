/** What one trial showed. Every list but `notes` should be empty. */
export interface TrialOutcome {
  /** Sides that came in over the whole trial. */
  readonly pages: number;
  /** Acknowledged sides that are not there, or with other bytes. */
  readonly losses: readonly string[];
  /** Sides that are there twice. */
  readonly doubles: readonly string[];
  /** Anything else that is not as promised, in words. */
  readonly faults: readonly string[];
}

/** Labels that stand more than once in a list. */
export function repeated(labels: readonly string[]): string[] {
  return [...new Set(labels.filter((label, index) => labels.indexOf(label) !== index))];
}
