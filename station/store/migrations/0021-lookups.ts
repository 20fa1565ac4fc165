/** So that what is asked at every key and every page need not go through all that people and folders ever gave. */
export const sql = `
CREATE INDEX documents_by_state ON documents (state);
CREATE INDEX verdicts_by_pointer ON verdicts (pointer, seq);
CREATE INDEX hot_files_by_batch ON hot_files (batchId);
`;
