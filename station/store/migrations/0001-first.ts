/** Every table of the workstation. Instants are ISO 8601 in UTC unless the name ends in `Ms`; booleans are 0 and 1. */
export const sql = `
CREATE TABLE batches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  profileId TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL
) STRICT;

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  storedAt TEXT NOT NULL
) STRICT;

-- What an import found, written down before the first file is taken in, so that it can go on after a crash.
CREATE TABLE import_files (
  batchId TEXT NOT NULL REFERENCES batches (id),
  ordinal INTEGER NOT NULL,
  path TEXT NOT NULL,
  name TEXT NOT NULL,
  taken INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1)),
  PRIMARY KEY (batchId, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT PRIMARY KEY,
  batchId TEXT NOT NULL REFERENCES batches (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT,
  bytes INTEGER,
  state TEXT NOT NULL CHECK (state IN ('stored', 'opened', 'refused', 'duplicate')),
  reasonCode TEXT,
  reasonDetail TEXT,
  duplicateOf TEXT REFERENCES sources (id),
  UNIQUE (batchId, ordinal),
  CHECK ((state IN ('stored', 'opened')) = (reasonCode IS NULL))
) STRICT;
CREATE UNIQUE INDEX sources_once_per_batch ON sources (batchId, sha256) WHERE state <> 'duplicate';

CREATE TABLE pages (
  id TEXT PRIMARY KEY,
  batchId TEXT NOT NULL REFERENCES batches (id),
  sourceId TEXT NOT NULL REFERENCES sources (id),
  pageIndex INTEGER NOT NULL CHECK (pageIndex >= 0),
  state TEXT NOT NULL CHECK (state IN ('captured', 'read', 'quarantined')),
  -- Size of the page as captured, before its rotation is taken out.
  widthPx INTEGER NOT NULL,
  heightPx INTEGER NOT NULL,
  dpi REAL,
  rotationDeg INTEGER NOT NULL DEFAULT 0 CHECK (rotationDeg IN (0, 90, 180, 270)),
  blank INTEGER CHECK (blank IN (0, 1)),
  formKey TEXT,
  layoutPage INTEGER,
  failureCode TEXT,
  failureDetail TEXT,
  UNIQUE (sourceId, pageIndex),
  CHECK ((state = 'quarantined') = (failureCode IS NOT NULL))
) STRICT;
CREATE INDEX pages_by_batch ON pages (batchId, state);

-- Kept apart from pages: a reading is large and most queries do not want it.
CREATE TABLE readings (
  pageId TEXT PRIMARY KEY REFERENCES pages (id),
  reading TEXT NOT NULL CHECK (json_valid(reading)),
  readAt TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  batchId TEXT NOT NULL REFERENCES batches (id),
  ordinal INTEGER NOT NULL,
  formKey TEXT,
  state TEXT NOT NULL
    CHECK (state IN ('read', 'verifying', 'verified', 'approved', 'delivered', 'rescan', 'quarantined')),
  note TEXT,
  -- Fields that wait for a person's word, kept up to date by whoever changes fields or verdicts.
  openFields INTEGER NOT NULL DEFAULT 0,
  verifiedBy TEXT REFERENCES accounts (id),
  approvedBy TEXT REFERENCES accounts (id)
) STRICT;
CREATE INDEX documents_by_batch ON documents (batchId, ordinal);

CREATE TABLE document_pages (
  documentId TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  pageId TEXT NOT NULL UNIQUE REFERENCES pages (id),
  PRIMARY KEY (documentId, position)
) STRICT, WITHOUT ROWID;

-- Fields as the machine left them; a person's words are in verdicts.
CREATE TABLE fields (
  documentId TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  pointer TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  raw TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('accepted', 'doubtful', 'missing', 'invalid')),
  reason TEXT,
  candidates TEXT NOT NULL CHECK (json_valid(candidates)),
  page INTEGER NOT NULL,
  boxPx TEXT CHECK (boxPx IS NULL OR json_valid(boxPx)),
  PRIMARY KEY (documentId, pointer)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'administrator')),
  secretHash TEXT NOT NULL,
  secretSalt TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;

-- The latest word on a field wins; taking it back deletes the row, and the audit log remembers both.
CREATE TABLE verdicts (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  documentId TEXT NOT NULL REFERENCES documents (id),
  pointer TEXT NOT NULL,
  accountId TEXT NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'key', 'empty', 'unreadable')),
  value TEXT CHECK (value IS NULL OR json_valid(value)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX verdicts_by_field ON verdicts (documentId, pointer, seq);

CREATE TABLE destinations (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  url TEXT NOT NULL,
  token TEXT NOT NULL
) STRICT;

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,
  documentId TEXT NOT NULL REFERENCES documents (id),
  destinationId TEXT NOT NULL REFERENCES destinations (id),
  idempotencyKey TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- What is sent, fixed before the first request: every attempt under one key must bring the same.
  submission TEXT CHECK (submission IS NULL OR json_valid(submission)),
  submissionUrl TEXT,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  receipt TEXT CHECK (receipt IS NULL OR json_valid(receipt)),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  UNIQUE (documentId, destinationId),
  CHECK ((state = 'delivered') = (receipt IS NOT NULL))
) STRICT;

-- How far each page's bytes have got at the destination.
CREATE TABLE uploads (
  deliveryId TEXT NOT NULL REFERENCES deliveries (id),
  position INTEGER NOT NULL,
  -- Of an original, or of a picture drawn from one page of it.
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  uploadUrl TEXT,
  offsetBytes INTEGER NOT NULL DEFAULT 0,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  PRIMARY KEY (deliveryId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  -- Id of the batch, source, page, document or delivery that the job is about.
  subjectId TEXT NOT NULL,
  batchId TEXT NOT NULL REFERENCES batches (id),
  parameters TEXT NOT NULL CHECK (json_valid(parameters)),
  parametersHash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  attempts INTEGER NOT NULL DEFAULT 0,
  leaseUntilMs INTEGER,
  notBeforeMs INTEGER NOT NULL DEFAULT 0,
  lastFailure TEXT CHECK (lastFailure IS NULL OR json_valid(lastFailure)),
  UNIQUE (kind, subjectId, parametersHash)
) STRICT;
CREATE INDEX jobs_to_take ON jobs (state, urgent DESC, seq);
CREATE INDEX jobs_by_batch ON jobs (batchId, state);

-- Hash-chained: each event's hash covers its content and the hash before it.
CREATE TABLE audit_events (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subjectKind TEXT NOT NULL,
  subjectId TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  previousHash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX audit_events_by_subject ON audit_events (subjectId, seq);
CREATE TRIGGER audit_events_keep BEFORE DELETE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events are never deleted'); END;
CREATE TRIGGER audit_events_unaltered BEFORE UPDATE ON audit_events
  BEGIN SELECT RAISE(ABORT, 'audit events are never altered'); END;

-- One row: the end of the chain, so that cutting events off its end shows.
CREATE TABLE audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Pages with their position in the batch, from 0: by source as listed, then by page of the source.
CREATE VIEW batch_pages AS
SELECT
  pages.*,
  sources.name AS sourceName,
  sources.sha256 AS sha256,
  sources.ordinal AS sourceOrdinal,
  document_pages.documentId AS documentId,
  row_number() OVER (PARTITION BY pages.batchId ORDER BY sources.ordinal, pages.pageIndex) - 1 AS ordinal
FROM pages
JOIN sources ON sources.id = pages.sourceId
LEFT JOIN document_pages ON document_pages.pageId = pages.id;
`;
