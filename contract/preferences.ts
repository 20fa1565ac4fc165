import { z } from 'zod';

/** How one person wants the screens. Sizes are in percent of the usual one. */
export const preferencesSchema = z.strictObject({
  textPercent: z.union([z.literal(100), z.literal(115), z.literal(130), z.literal(150)]),
  snippetPercent: z.union([z.literal(75), z.literal(100), z.literal(150), z.literal(200)]),
  /** `system` follows the system's wish for more contrast. */
  contrast: z.enum(['system', 'high']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const usualPreferences: Preferences = { textPercent: 100, snippetPercent: 100, contrast: 'system' };
