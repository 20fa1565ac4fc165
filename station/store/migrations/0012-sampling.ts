/** Sampling as people set it, instead of what the profiles come with. */
export const sql = `
-- Of a profile, of a form, or of one field of a form; what does not apply is an empty text.
CREATE TABLE sampling_rules (
  profileId TEXT NOT NULL,
  formKey TEXT NOT NULL,
  pointer TEXT NOT NULL,
  sampleRate REAL NOT NULL CHECK (sampleRate BETWEEN 0 AND 1),
  errorLimit REAL NOT NULL CHECK (errorLimit BETWEEN 0 AND 1),
  PRIMARY KEY (profileId, formKey, pointer),
  CHECK ((profileId = '') <> (formKey = '')),
  CHECK (pointer = '' OR formKey <> '')
) STRICT, WITHOUT ROWID;

-- The rules of forms and fields that a batch began with, kept beside its seed so that its draws can be repeated.
ALTER TABLE batch_plans ADD COLUMN rules TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(rules));
`;
