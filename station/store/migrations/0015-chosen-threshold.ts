/** From which probability on fields are accepted, where a supervisor chose it from what their own people found. */
export const sql = `
CREATE TABLE chosen_threshold (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 1)
) STRICT;
`;
