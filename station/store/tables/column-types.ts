/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1;

/** JSON text; each owner parses it with the schema of what it put there. */
export type JsonText = string;

export type Rotation = 0 | 90 | 180 | 270;
