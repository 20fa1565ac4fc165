/** Comments on documents, what people say of the form of pages, and how each person wants the screens. */
export const sql = `
-- A document may go and its pages become another: a comment stays with its page.
CREATE TABLE comments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  documentId TEXT NOT NULL,
  pageId TEXT NOT NULL REFERENCES pages (id),
  -- Null for the document as a whole.
  pointer TEXT,
  accountId TEXT NOT NULL REFERENCES accounts (id),
  text TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX comments_by_page ON comments (pageId);

-- Of which form a person said that a page is; null for none. Only that form is looked for when the page is read.
CREATE TABLE said_forms (
  pageId TEXT PRIMARY KEY REFERENCES pages (id),
  formKey TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE preferences (
  accountId TEXT PRIMARY KEY REFERENCES accounts (id),
  preferences TEXT NOT NULL CHECK (json_valid(preferences))
) STRICT, WITHOUT ROWID;
`;
