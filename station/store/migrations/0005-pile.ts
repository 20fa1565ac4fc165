/** The order of a pile as data of its own, the tray beside it, what people did to it, and how it is cut into documents. */
export const sql = `
-- Side of a sheet that a scanner gave; null where only one side is scanned, and for files.
ALTER TABLE sources ADD COLUMN side TEXT CHECK (side IN ('front', 'back'));
UPDATE sources SET side = CASE WHEN name LIKE '%v.%' THEN 'back' ELSE 'front' END
WHERE scanSheet IS NOT NULL AND (name LIKE '%r.%' OR name LIKE '%v.%');

-- Where the pages of a source go that was put into a pile by hand; others go to its end.
CREATE TABLE placements (
  sourceId TEXT PRIMARY KEY REFERENCES sources (id),
  kind TEXT NOT NULL CHECK (kind IN ('before', 'end', 'replace')),
  pageId TEXT REFERENCES pages (id),
  actor TEXT NOT NULL,
  CHECK ((kind = 'end') = (pageId IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE pile_pages (
  pageId TEXT PRIMARY KEY REFERENCES pages (id),
  batchId TEXT NOT NULL REFERENCES batches (id),
  -- Sorted as text. Between any two positions there is room for another: see station/pile/position.ts.
  position TEXT NOT NULL,
  sheet INTEGER CHECK (sheet > 0),
  side TEXT CHECK (side IN ('front', 'back')),
  -- Null while the page is in the pile.
  tray TEXT CHECK (tray IN ('blank', 'separator', 'removed', 'replaced')),
  dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
  -- A person put it back: the machine does not take it out again.
  kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
  -- A person's word on whether a document begins here.
  cut TEXT CHECK (cut IN ('begins', 'joins')),
  -- Clockwise turn that makes the page upright, by a person's word; null leaves it to the machine.
  turnDeg INTEGER CHECK (turnDeg IN (0, 90, 180, 270)),
  replacedBy TEXT REFERENCES pages (id),
  -- Whether the page was searched for separators, and what was found: json of ocr/model/separator.ts.
  sought INTEGER NOT NULL DEFAULT 0 CHECK (sought IN (0, 1)),
  separator TEXT CHECK (separator IS NULL OR json_valid(separator)),
  -- What is doubtful about it: json list of codes.
  notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices))
) STRICT, WITHOUT ROWID;
CREATE INDEX pile_pages_in_order ON pile_pages (batchId, tray, position);
CREATE INDEX pile_pages_replaced ON pile_pages (replacedBy) WHERE replacedBy IS NOT NULL;

INSERT INTO pile_pages (pageId, batchId, position, sheet, side)
SELECT pages.id, pages.batchId, printf('m%08x%06xh', sources.ordinal, pages.pageIndex), sources.scanSheet, sources.side
FROM pages JOIN sources ON sources.id = pages.sourceId;

-- Each edit with the columns it changed, before and after; an undo and a redo name the edit they are about.
CREATE TABLE pile_edits (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batchId TEXT NOT NULL REFERENCES batches (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'move', 'rotate', 'insert', 'replace', 'to-tray', 'put-back', 'dismiss', 'split', 'join', 'interleave', 'undo', 'redo'
  )),
  edit INTEGER REFERENCES pile_edits (seq),
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  CHECK ((kind IN ('undo', 'redo')) = (edit IS NOT NULL))
) STRICT;
CREATE INDEX pile_edits_by_batch ON pile_edits (batchId, seq);
CREATE TRIGGER pile_edits_keep BEFORE DELETE ON pile_edits
  BEGIN SELECT RAISE(ABORT, 'edits of a pile are never deleted'); END;
CREATE TRIGGER pile_edits_unaltered BEFORE UPDATE ON pile_edits
  BEGIN SELECT RAISE(ABORT, 'edits of a pile are never altered'); END;

-- How a pile is cut, where a person said so; elsewhere its profile says it.
CREATE TABLE separations (
  batchId TEXT PRIMARY KEY REFERENCES batches (id),
  separation TEXT NOT NULL CHECK (json_valid(separation))
) STRICT, WITHOUT ROWID;

-- Form that was recognised but could not be aligned.
ALTER TABLE pages ADD COLUMN notAligned TEXT;
UPDATE pages SET notAligned =
  (SELECT json_extract(readings.reading, '$.notAligned.form') FROM readings WHERE readings.pageId = pages.id);

ALTER TABLE documents ADD COLUMN reference TEXT;
-- Doubts about where it begins and ends: json list of codes.
ALTER TABLE documents ADD COLUMN notices TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices));

DROP VIEW batch_pages;
-- Pages with their position in the batch, from 0, those beside the pile included.
CREATE VIEW batch_pages AS
SELECT
  pages.*,
  sources.name AS sourceName,
  sources.sha256 AS sha256,
  sources.ordinal AS sourceOrdinal,
  document_pages.documentId AS documentId,
  pile_pages.tray AS tray,
  row_number() OVER (PARTITION BY pages.batchId ORDER BY pile_pages.position, pages.id) - 1 AS ordinal
FROM pages
JOIN sources ON sources.id = pages.sourceId
JOIN pile_pages ON pile_pages.pageId = pages.id
LEFT JOIN document_pages ON document_pages.pageId = pages.id;
`;
