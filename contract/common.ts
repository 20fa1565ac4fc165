import { z } from 'zod';

/** A text in both languages of the product. */
export const bilingualSchema = z.strictObject({ it: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

export const idSchema = z.uuid();

/** ISO 8601 instant in UTC. */
export const instantSchema = z.iso.datetime();

/** Box `[x0, y0, x1, y1]` in pixels of the captured page. */
export const boxPxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const errorData = z.strictObject({
  /** What happened and what to do, for the person at the screen. */
  message: bilingualSchema,
  /** Whether the same request may succeed later unchanged. */
  retryable: z.boolean(),
});

/** Every expected failure of the station. A failure outside this list is a bug and arrives as an internal error. */
export const stationErrors = {
  NOT_SIGNED_IN: { data: errorData },
  /** The window is locked; the same request may be made again once it is unlocked. */
  LOCKED: { data: errorData },
  NOT_ALLOWED: { data: errorData },
  NOT_FOUND: { data: errorData },
  CONFLICT: { data: errorData },
  INVALID_INPUT: { data: errorData },
  UNREACHABLE: { data: errorData },
  /** What was chosen is no form package that can be taken in. */
  FORM_PACKAGE_INVALID: { data: errorData },
  /** What was chosen is no list that can be taken in. */
  UNREADABLE_LIST: { data: errorData },
} as const;
export type StationErrorCode = keyof typeof stationErrors;
export type StationErrorData = z.infer<typeof errorData>;
