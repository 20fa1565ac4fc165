/** Auditors, Argon2id, who may see special categories of data, and what is arranged about documents that wait. */
export const sql = `
-- A CHECK cannot be altered in place: the column is made anew.
ALTER TABLE accounts ADD COLUMN widerRole TEXT NOT NULL DEFAULT 'clerk'
  CHECK (widerRole IN ('clerk', 'supervisor', 'administrator', 'auditor'));
UPDATE accounts SET widerRole = role;
ALTER TABLE accounts DROP COLUMN role;
ALTER TABLE accounts RENAME COLUMN widerRole TO role;

-- Secrets from before are checked as they were made, and hashed anew when their owner signs in.
ALTER TABLE accounts ADD COLUMN secretScheme TEXT NOT NULL DEFAULT 'scrypt'
  CHECK (secretScheme IN ('scrypt', 'argon2id'));
ALTER TABLE accounts ADD COLUMN seesSpecialCategories INTEGER NOT NULL DEFAULT 0
  CHECK (seesSpecialCategories IN (0, 1));

CREATE TABLE arrangements (
  documentId TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  assignedTo TEXT REFERENCES accounts (id),
  postponedUntil TEXT,
  postponedBy TEXT REFERENCES accounts (id),
  postponeReason TEXT,
  CHECK ((postponedUntil IS NULL) = (postponeReason IS NULL)),
  CHECK ((postponedUntil IS NULL) = (postponedBy IS NULL))
) STRICT, WITHOUT ROWID;

-- What documents cost. Nobody's name is kept: this is for weighing forms and fields, not people.
CREATE TABLE efforts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  documentId TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  keystrokes INTEGER NOT NULL CHECK (keystrokes >= 0),
  activeMs INTEGER NOT NULL CHECK (activeMs >= 0),
  fieldsAsked INTEGER NOT NULL CHECK (fieldsAsked >= 0)
) STRICT;
CREATE INDEX efforts_by_document ON efforts (documentId);
`;
