import type { SamplingPlan, SamplingScope, SamplingSettings } from '../../../contract/sampling.ts';
import { textIn } from '../../app/i18n.ts';

/** One line of the sampling settings: what it is for, and what holds there. */
export interface SamplingRow {
  readonly key: string;
  readonly name: string;
  readonly scope: SamplingScope;
  readonly plan: SamplingPlan;
  /** Whether a person chose it, so that it can be given back. */
  readonly chosen: boolean;
}

/** Every profile, and the forms and fields that somebody chose a plan for. */
export function samplingRows({ profiles, forms, rules }: SamplingSettings, language: string): SamplingRow[] {
  const ofProfiles = profiles.map(({ id, title, plan }): SamplingRow => {
    const rule = rules.find(({ scope }) => scope.kind === 'profile' && scope.profileId === id);
    const scope = { kind: 'profile', profileId: id } as const;
    return {
      ...{ key: id, name: textIn(language, title), scope },
      ...{ plan: rule?.plan ?? plan, chosen: rule !== undefined },
    };
  });
  const ofForms = rules.flatMap(({ scope, plan }): SamplingRow[] => {
    if (scope.kind === 'profile') return [];
    const form = forms.find(({ key }) => key === scope.formKey);
    const title = form === undefined ? scope.formKey : textIn(language, form.title);
    if (scope.kind === 'form') return [{ key: scope.formKey, name: title, scope, plan, chosen: true }];
    const field = form?.fields.find(({ pointer }) => pointer === scope.pointer);
    const name = `${title} · ${field === undefined ? scope.pointer : textIn(language, field.title)}`;
    return [{ key: `${scope.formKey} ${scope.pointer}`, name, scope, plan, chosen: true }];
  });
  return [...ofProfiles, ...ofForms];
}

/** A share as people write it in percent, without the noise of binary fractions. */
export function percentText(share: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 4, useGrouping: false }).format(share * 100);
}

/** The share that a person wrote in percent, with a comma or a point; null where it is none. */
export function shareOfText(text: string): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(written)) return null;
  const percent = Number(written);
  return percent <= 100 ? percent / 100 : null;
}
