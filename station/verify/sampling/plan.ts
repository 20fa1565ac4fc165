import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type SamplingPlan, samplingPlanSchema } from '../../../contract/sampling.ts';
import { builtInProfiles, findProfile } from '../../profiles.ts';
import { findBatchPlan, insertBatchPlan } from '../../store/checks.ts';
import type { Transaction } from '../../store/connection.ts';
import { listSamplingRules } from '../../store/sampling-rules.ts';

const rulesSchema = z.array(samplingPlanSchema.extend({ formKey: z.string(), pointer: z.string() }));

/** What a batch follows from its first document on, so that who knows it can draw again and find the same fields. */
export interface BatchPlan extends SamplingPlan {
  readonly seed: string;
  /** Plans of forms, where `pointer` is empty, and of single fields. */
  readonly rules: z.infer<typeof rulesSchema>;
}

/** The plan a batch follows: what people had chosen when its first document was made, else what its profile comes with. */
export function planOfBatch(transaction: Transaction, batchId: string): BatchPlan {
  const present = findBatchPlan(transaction, batchId);
  if (present !== undefined) return { ...present, rules: rulesSchema.parse(JSON.parse(present.rules)) };
  const { query } = transaction;
  const batch = transaction.first(query.selectFrom('batches').select('profileId').where('id', '=', batchId));
  const profile = findProfile(batch?.profileId ?? '') ?? builtInProfiles[0];
  const chosen = listSamplingRules(transaction);
  const { sampleRate, errorLimit } = chosen.find(({ profileId }) => profileId === profile.id) ?? profile.sampling;
  const plan = {
    ...{ seed: randomBytes(16).toString('hex'), sampleRate, errorLimit },
    rules: chosen.filter(({ formKey }) => formKey !== '').map(({ profileId: _, ...rule }) => rule),
  };
  insertBatchPlan(transaction, { batchId, ...plan, rules: JSON.stringify(plan.rules) });
  return plan;
}

/** What holds for one field: its own plan, else its form's, else the batch's. */
export function planOfField(plan: BatchPlan, formKey: string | null, pointer: string): SamplingPlan {
  const ofForm = plan.rules.filter((rule) => rule.formKey === formKey);
  return ofForm.find((rule) => rule.pointer === pointer) ?? ofForm.find((rule) => rule.pointer === '') ?? plan;
}
