import { z } from 'zod';
import { idSchema } from './common.ts';

export const roleSchema = z.enum(['clerk', 'supervisor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

export const accountSchema = z.strictObject({ id: idSchema, name: z.string(), role: roleSchema });
export type Account = z.infer<typeof accountSchema>;

/** At least six characters; stored only as a salted scrypt hash. */
export const secretSchema = z.string().min(6).max(200);

export const newAccountSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  role: roleSchema,
  secret: secretSchema,
});

export const sessionSchema = z.strictObject({
  account: accountSchema.nullable(),
  /** Who may sign in here. Empty on the first start: then the first account is made, as administrator. */
  accounts: z.array(accountSchema),
});
export type Session = z.infer<typeof sessionSchema>;
