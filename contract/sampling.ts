import { z } from 'zod';
import { bilingualSchema } from './common.ts';

const shareSchema = z.number().min(0).max(1);

export const samplingPlanSchema = z.strictObject({
  /** Share of the accepted fields that a person is asked all the same. */
  sampleRate: shareSchema,
  /** Share of wrong samples of one kind of field above which a batch goes back. */
  errorLimit: shareSchema,
});
export type SamplingPlan = z.infer<typeof samplingPlanSchema>;

/** What a plan holds for. The narrowest that fits a field is the one that is followed. */
export const samplingScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('profile'), profileId: z.string() }),
  z.strictObject({ kind: z.literal('form'), formKey: z.string() }),
  z.strictObject({ kind: z.literal('field'), formKey: z.string(), pointer: z.string().min(1) }),
]);
export type SamplingScope = z.infer<typeof samplingScopeSchema>;

export const samplingSettingsSchema = z.strictObject({
  /** Profiles with the plan that each comes with. */
  profiles: z.array(z.strictObject({ id: z.string(), title: bilingualSchema, plan: samplingPlanSchema })),
  forms: z.array(
    z.strictObject({
      key: z.string(),
      title: bilingualSchema,
      fields: z.array(z.strictObject({ pointer: z.string(), title: bilingualSchema })),
    }),
  ),
  /** What people chose instead. */
  rules: z.array(z.strictObject({ scope: samplingScopeSchema, plan: samplingPlanSchema })),
});
export type SamplingSettings = z.infer<typeof samplingSettingsSchema>;

/** A plan of null gives the scope back to what is wider. */
export const samplingChoiceSchema = z.strictObject({
  scope: samplingScopeSchema,
  plan: samplingPlanSchema.nullable(),
});
export type SamplingChoice = z.infer<typeof samplingChoiceSchema>;
