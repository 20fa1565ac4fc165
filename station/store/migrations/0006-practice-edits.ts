/** Practice is deleted whole, and with it what was done to its pile. Edits of every other pile stay for good. */
export const sql = `
DROP TRIGGER pile_edits_keep;
CREATE TRIGGER pile_edits_keep BEFORE DELETE ON pile_edits
  WHEN (SELECT practice FROM batches WHERE id = OLD.batchId) IS NOT 1
  BEGIN SELECT RAISE(ABORT, 'edits of a pile are never deleted'); END;
`;
