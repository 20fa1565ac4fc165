import type { FormPackage, Policy } from '../../ocr/model/form.ts';

const strictness: readonly Policy[] = ['accept', 'confirm', 'key', 'double-key'];

/**
 * What a person does with each field whatever the machine thinks, by pointer: the strictest that any zone of any edition
 * asks for. Fields without one are accepted when they are sure.
 */
export function policiesOf(form: FormPackage | null): ReadonlyMap<string, Policy> {
  const policies = new Map<string, Policy>();
  const zones = form?.layouts.flatMap(({ pages }) => pages.flatMap((page) => page.zones)) ?? [];
  for (const { field, policy = 'accept' } of zones) {
    const before = policies.get(field) ?? 'accept';
    if (strictness.indexOf(policy) > strictness.indexOf(before)) policies.set(field, policy);
  }
  return policies;
}
