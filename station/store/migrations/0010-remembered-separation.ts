/** How piles of a profile were last cut. */
export const sql = `
-- Null where nobody has chosen: as the profile says.
ALTER TABLE remembered_scans ADD COLUMN separation TEXT CHECK (separation IS NULL OR json_valid(separation));
`;
