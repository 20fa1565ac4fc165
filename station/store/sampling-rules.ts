import type { ReadableStore, Transaction } from './connection.ts';
import type { SamplingRuleRow } from './tables/sampling.ts';

type Key = Pick<SamplingRuleRow, 'profileId' | 'formKey' | 'pointer'>;

export function listSamplingRules(store: ReadableStore): SamplingRuleRow[] {
  return store.all(store.query.selectFrom('sampling_rules').selectAll().orderBy('formKey').orderBy('pointer'));
}

export function putSamplingRule(transaction: Transaction, rule: SamplingRuleRow): void {
  const { sampleRate, errorLimit } = rule;
  const inserting = transaction.query.insertInto('sampling_rules').values(rule);
  transaction.run(
    inserting.onConflict((conflict) =>
      conflict.columns(['profileId', 'formKey', 'pointer']).doUpdateSet({ sampleRate, errorLimit }),
    ),
  );
}

export function deleteSamplingRule(transaction: Transaction, { profileId, formKey, pointer }: Key): void {
  const deleting = transaction.query.deleteFrom('sampling_rules').where('profileId', '=', profileId);
  transaction.run(deleting.where('formKey', '=', formKey).where('pointer', '=', pointer));
}
