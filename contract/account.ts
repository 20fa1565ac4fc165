import { z } from 'zod';
import { idSchema } from './common.ts';

export const roleSchema = z.enum(['clerk', 'supervisor', 'administrator', 'auditor']);
export type Role = z.infer<typeof roleSchema>;

export const accountSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  /** Whether this person's task needs special categories of data (GDPR art. 9): without it the station leaves them out. */
  seesSpecialCategories: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;

/** A password of at least eight characters, or a PIN of at least six digits; stored only as a salted Argon2id hash. */
export const secretSchema = z
  .string()
  .max(200)
  .refine((secret) => secret.length >= 8 || /^\d{6,}$/.test(secret));

export const newAccountSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: roleSchema,
  secret: secretSchema,
  seesSpecialCategories: z.boolean(),
});
export type NewAccount = z.infer<typeof newAccountSchema>;

/** Who is at a window. While it is locked every verb but those of the session is refused with `LOCKED`. */
export const presenceSchema = z.strictObject({
  account: accountSchema.nullable(),
  locked: z.boolean(),
  /** Whether whoever was here last was put out, because their account was deactivated. */
  putOut: z.boolean(),
  /** What this person may ask of the station, as `area.verb`: the screens offer no more than that. */
  verbs: z.array(z.string()),
});
export type Presence = z.infer<typeof presenceSchema>;

export const sessionSchema = presenceSchema.extend({
  /** Who may sign in here. Empty on the first start: then the first account is made, as administrator. */
  accounts: z.array(accountSchema),
  /** Who could once and may sign in no more. Not told before anybody is signed in. */
  deactivated: z.array(accountSchema),
});
export type Session = z.infer<typeof sessionSchema>;
