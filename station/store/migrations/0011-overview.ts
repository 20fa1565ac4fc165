/** What the overview of the work looks for in a log that only grows. */
export const sql = `
CREATE INDEX audit_events_by_action ON audit_events (action, at);
`;
