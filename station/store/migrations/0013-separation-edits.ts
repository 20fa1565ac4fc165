/** Choosing how a pile is cut becomes an edit of it, which can be undone like any other. */
export const sql = `
CREATE TABLE pile_edits_anew (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  batchId TEXT NOT NULL REFERENCES batches (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'move', 'rotate', 'insert', 'replace', 'to-tray', 'put-back', 'dismiss', 'split', 'join', 'interleave', 'separate',
    'undo', 'redo'
  )),
  edit INTEGER REFERENCES pile_edits_anew (seq),
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  -- How the pile was cut before and after: json of station/store/pile.ts.
  separation TEXT CHECK (separation IS NULL OR json_valid(separation)),
  CHECK ((kind IN ('undo', 'redo')) = (edit IS NOT NULL)),
  CHECK ((kind = 'separate') = (separation IS NOT NULL))
) STRICT;
INSERT INTO pile_edits_anew (seq, batchId, kind, edit, actor, at, changes)
SELECT seq, batchId, kind, edit, actor, at, changes FROM pile_edits ORDER BY seq;
DROP TABLE pile_edits;
ALTER TABLE pile_edits_anew RENAME TO pile_edits;

CREATE INDEX pile_edits_by_batch ON pile_edits (batchId, seq);
CREATE TRIGGER pile_edits_keep BEFORE DELETE ON pile_edits
  WHEN (SELECT practice FROM batches WHERE id = OLD.batchId) IS NOT 1
  BEGIN SELECT RAISE(ABORT, 'edits of a pile are never deleted'); END;
CREATE TRIGGER pile_edits_unaltered BEFORE UPDATE ON pile_edits
  BEGIN SELECT RAISE(ABORT, 'edits of a pile are never altered'); END;
`;
