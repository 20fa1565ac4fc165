/** Documents that a person sent back to the scanner, and their pages that cannot be used. */
export const sql = `
CREATE TABLE rescans (
  documentId TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  reason TEXT NOT NULL CHECK (reason IN ('cut-off', 'folded', 'blurred', 'wrong-side', 'other')),
  words TEXT,
  accountId TEXT NOT NULL,
  at TEXT NOT NULL,
  -- A page of the document was read again since its fields were made.
  stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1))
) STRICT;

CREATE TABLE rescan_pages (
  documentId TEXT NOT NULL REFERENCES rescans (documentId) ON DELETE CASCADE,
  pageId TEXT NOT NULL REFERENCES pages (id),
  PRIMARY KEY (documentId, pageId)
) STRICT, WITHOUT ROWID;

CREATE INDEX rescan_pages_by_page ON rescan_pages (pageId);
`;
