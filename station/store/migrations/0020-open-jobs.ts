/** So that the next job is found among those that are open: of those that have ended there are more with every page ever read. */
export const sql = `
DROP INDEX jobs_to_take;
CREATE INDEX jobs_open ON jobs (kind, urgent DESC, seq) WHERE state IN ('waiting', 'running');
`;
