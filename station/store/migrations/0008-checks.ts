/** Accepted fields that are asked all the same, and by which plan. */
export const sql = `
-- The plan a batch began with, and the seed of its draws: who has both can draw again and find the same fields.
CREATE TABLE batch_plans (
  batchId TEXT PRIMARY KEY REFERENCES batches (id) ON DELETE CASCADE,
  seed TEXT NOT NULL,
  sampleRate REAL NOT NULL,
  errorLimit REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE field_checks (
  documentId TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  pointer TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('sample', 'over-limit')),
  -- Kind of the field's value: what errors are counted by.
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('right', 'wrong', 'unclear')),
  decidedAt TEXT,
  PRIMARY KEY (documentId, pointer),
  CHECK ((outcome IS NULL) = (decidedAt IS NULL))
) STRICT, WITHOUT ROWID;

-- Kinds of fields whose observed errors were over the limit, so that all of them are asked in this batch.
CREATE TABLE returned_kinds (
  batchId TEXT NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  samples INTEGER NOT NULL,
  wrong INTEGER NOT NULL,
  fields INTEGER NOT NULL,
  PRIMARY KEY (batchId, kind)
) STRICT, WITHOUT ROWID;
`;
