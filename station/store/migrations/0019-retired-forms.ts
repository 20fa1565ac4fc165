/** Forms that an office does not use any more: pages of batches begun since are not compared with them. */
export const sql = `
CREATE TABLE retired_forms (
  formKey TEXT NOT NULL PRIMARY KEY,
  retiredAt TEXT NOT NULL,
  retiredBy TEXT NOT NULL REFERENCES accounts (id)
) STRICT;
`;
