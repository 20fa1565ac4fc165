import type { FormCheckOf } from '../../model/form-check.ts';
import { placeKey, type Tables } from '../tables/tables.ts';
import { type GrowingAgreement, textAt, type Values } from './agreement.ts';

/** The provinces in which comuni of this name lie or lay; none for a name that nobody knows. */
export function provincesOf(name: string, tables: Tables): ReadonlySet<string> {
  const spans = tables.comuniByName.get(placeKey(name)) ?? [];
  return new Set(spans.map(({ province }) => province).filter((province) => province !== ''));
}

/** Contradicts comune and province when no comune of that name ever lay there; what it should be is proposed if single. */
export function applyProvinceOfComune(
  check: FormCheckOf<'province-of-comune'>,
  values: Values,
  tables: Tables,
  into: GrowingAgreement,
): void {
  const comune = textAt(values, check.comune);
  const province = textAt(values, check.province);
  if (comune === null || province === null) return;
  const provinces = provincesOf(comune, tables);
  if (provinces.size === 0 || provinces.has(province)) return;
  into.contradicted.set(check.comune, 'disagrees-with-province');
  into.contradicted.set(check.province, 'disagrees-with-province');
  const [only] = provinces;
  if (provinces.size === 1 && only !== undefined) into.proposals.set(check.province, only);
}
