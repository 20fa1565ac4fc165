/** Who does not work here any more. An account is never deleted: its name stays on what its person did. */
export const sql = `
ALTER TABLE accounts ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
`;
