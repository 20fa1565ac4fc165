/** So that the overview of the work need not go through the log, nor through what was finished on days gone by. */
export const sql = `
-- Since when the document is where it is; opening it for work does not end its wait.
ALTER TABLE documents ADD COLUMN waitingSince TEXT;
-- By the document: the plus keeps SQLite from going through every event of an action for each.
UPDATE documents SET waitingSince = (
  SELECT max(event.at) FROM audit_events AS event
  WHERE event.subjectId = documents.id AND +event.action IN (
    'document.read', 'document.sent-back', 'document.verified', 'document.passed-on',
    'document.approved', 'document.rescan', 'document.quarantined'
  )
);

-- What documents that were finished on a day taught: json of station/oversight/day-sheet.ts. Made from what is kept
-- elsewhere, and made anew when it is missing.
CREATE TABLE overview_days (
  day TEXT PRIMARY KEY,
  sheet TEXT NOT NULL CHECK (json_valid(sheet))
) STRICT, WITHOUT ROWID;

CREATE INDEX field_checks_decided ON field_checks (decidedAt, cause, outcome, kind) WHERE decidedAt IS NOT NULL;
`;
