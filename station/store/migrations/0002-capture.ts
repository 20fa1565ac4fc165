/** Piles fed by a scanner, what is remembered of scanners, and files taken from watched folders. */
export const sql = `
-- Number of the sheet in its pile, from 1; null for a file that was imported.
ALTER TABLE sources ADD COLUMN scanSheet INTEGER CHECK (scanSheet > 0);

-- Two sheets may look the same to the last bit, for example two blanks; two files with the same bytes are one file.
DROP INDEX sources_once_per_batch;
CREATE UNIQUE INDEX sources_once_per_batch ON sources (batchId, sha256) WHERE state <> 'duplicate' AND scanSheet IS NULL;

CREATE TABLE scans (
  batchId TEXT PRIMARY KEY REFERENCES batches (id),
  device TEXT NOT NULL CHECK (json_valid(device)),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  state TEXT NOT NULL CHECK (state IN ('scanning', 'held', 'stopped', 'finished')),
  stopCode TEXT,
  -- The clerk's own count of the pile.
  expectedSheets INTEGER CHECK (expectedSheets > 0),
  CHECK ((state = 'stopped') = (stopCode IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE remembered_scans (
  profileId TEXT PRIMARY KEY,
  device TEXT NOT NULL CHECK (json_valid(device)),
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT, WITHOUT ROWID;

-- Scanners sign their own certificates: each is held to the one it showed first.
CREATE TABLE scanner_certificates (
  host TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  firstSeenAt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A file that was taken but not yet moved away when the program was killed must not be taken twice.
CREATE TABLE hot_files (
  folder TEXT NOT NULL,
  -- Of this very file: device, inode, size and time of last change.
  identity TEXT NOT NULL,
  batchId TEXT NOT NULL REFERENCES batches (id),
  takenAt TEXT NOT NULL,
  PRIMARY KEY (folder, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX hot_files_by_time ON hot_files (folder, takenAt);
`;
