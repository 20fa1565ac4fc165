import type { Account } from '../../../contract/account.ts';
import type { SamplingChoice, SamplingScope, SamplingSettings } from '../../../contract/sampling.ts';
import { describeFields } from '../../../ocr/extract/describe.ts';
import { appendEvent } from '../../audit/chain.ts';
import { requireProfile } from '../../capture/enter-batch.ts';
import { builtInProfiles } from '../../profiles.ts';
import type { ReadableStore, Transaction } from '../../store/connection.ts';
import { deleteSamplingRule, listSamplingRules, putSamplingRule } from '../../store/sampling-rules.ts';
import type { SamplingRuleRow } from '../../store/tables/sampling.ts';
import { refuse } from '../../texts/refusals/refusals.ts';
import type { Forms } from '../present-page.ts';

/** How accepted fields are checked: what profiles come with, what people chose instead, and what they may choose for. */
export function samplingSettings(store: ReadableStore, forms: Forms): SamplingSettings {
  return {
    profiles: builtInProfiles.map(({ id, title, sampling }) => ({ id, title, plan: sampling })),
    forms: [...forms].map(([key, form]) => ({
      ...{ key, title: form.manifest.title },
      fields: describeFields(form).map(({ pointer, title }) => ({ pointer, title })),
    })),
    rules: listSamplingRules(store).map((row) => ({
      scope: scopeOf(row),
      plan: { sampleRate: row.sampleRate, errorLimit: row.errorLimit },
    })),
  };
}

/** Holds from the next batch on. Throws an AppError `NOT_FOUND` for a scope that is not there. */
export function chooseSampling(
  transaction: Transaction,
  actor: Pick<Account, 'id'>,
  { scope, plan }: SamplingChoice,
  forms: Forms,
): void {
  requireScope(scope, forms);
  const key = keyOf(scope);
  if (plan === null) deleteSamplingRule(transaction, key);
  else putSamplingRule(transaction, { ...key, ...plan });
  appendEvent(transaction, {
    ...{ actor: actor.id, action: 'sampling.chosen' },
    ...(scope.kind === 'profile'
      ? { subjectKind: 'station', subjectId: scope.profileId }
      : { subjectKind: 'form', subjectId: scope.formKey }),
    detail: { pointer: key.pointer, sampleRate: plan?.sampleRate ?? null, errorLimit: plan?.errorLimit ?? null },
  });
}

function requireScope(scope: SamplingScope, forms: Forms): void {
  if (scope.kind === 'profile') {
    requireProfile(scope.profileId);
    return;
  }
  const form = forms.get(scope.formKey);
  if (form === undefined) throw refuse('form-not-installed');
  if (scope.kind === 'form') return;
  if (!describeFields(form).some(({ pointer }) => pointer === scope.pointer)) throw refuse('no-such-field');
}

function keyOf(scope: SamplingScope): Pick<SamplingRuleRow, 'profileId' | 'formKey' | 'pointer'> {
  switch (scope.kind) {
    case 'profile':
      return { profileId: scope.profileId, formKey: '', pointer: '' };
    case 'form':
      return { profileId: '', formKey: scope.formKey, pointer: '' };
    case 'field':
      return { profileId: '', formKey: scope.formKey, pointer: scope.pointer };
  }
}

function scopeOf({ profileId, formKey, pointer }: SamplingRuleRow): SamplingScope {
  if (profileId !== '') return { kind: 'profile', profileId };
  return pointer === '' ? { kind: 'form', formKey } : { kind: 'field', formKey, pointer };
}
