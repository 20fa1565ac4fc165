/** Folders that network scanners write into, taken from while the station is open. */
export const sql = `
CREATE TABLE watched_folders (
  id TEXT PRIMARY KEY,
  -- As it was chosen; hot_files knows it by this.
  path TEXT NOT NULL,
  -- Without links, as it was when it was chosen: overlapping folders are found by it.
  realPath TEXT NOT NULL,
  profileId TEXT NOT NULL,
  batching TEXT NOT NULL CHECK (batching IN ('pause', 'day')),
  addedBy TEXT NOT NULL,
  addedAt TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  -- One that is removed keeps its row, so that the audit log can name it.
  removedAt TEXT
) STRICT;

CREATE UNIQUE INDEX watched_folders_by_path ON watched_folders (path) WHERE removedAt IS NULL;
`;
