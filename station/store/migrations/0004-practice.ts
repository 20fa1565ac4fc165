/** Piles that people learn on: they are told apart for good, and the work on them is counted for the score. */
export const sql = `
ALTER TABLE batches ADD COLUMN practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1));

-- Work at the screen of one document, added up as windows report it.
CREATE TABLE practice_efforts (
  documentId TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  keys INTEGER NOT NULL CHECK (keys >= 0),
  seconds REAL NOT NULL CHECK (seconds >= 0)
) STRICT, WITHOUT ROWID;
`;
