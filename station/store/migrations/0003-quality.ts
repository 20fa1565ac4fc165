/** The first look at a page's picture while the paper is at hand. */
export const sql = `
-- Findings and traces of streaks; null until the page was looked at, and for pages that are not.
ALTER TABLE pages ADD COLUMN quality TEXT CHECK (quality IS NULL OR json_valid(quality));
-- Whether a finding advises to scan the sheet again.
ALTER TABLE pages ADD COLUMN flagged INTEGER CHECK (flagged IN (0, 1));
CREATE INDEX pages_by_flag ON pages (batchId, flagged) WHERE flagged IS NOT NULL;
`;
