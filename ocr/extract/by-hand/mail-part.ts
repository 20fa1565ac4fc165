/** What may stand on one side of an @. */
export interface MailPart {
  readonly text: string;
  /** What it costs to suppose it beside what readings cost, in letters misread. */
  readonly prior: number;
}
