import type { Account } from '../../contract/account.ts';
import type { StationCore } from '../core.ts';
import { mustNotSee } from './special-categories.ts';

/** Whether a page is one of a form with special categories of data, and this person's task does not need them. */
export async function hidesPage(
  { store, forms }: Pick<StationCore, 'store' | 'forms'>,
  viewer: Account,
  pageId: string,
): Promise<boolean> {
  if (viewer.seesSpecialCategories) return false;
  const page = store.first(store.query.selectFrom('pages').select('formKey').where('id', '=', pageId));
  if (!page?.formKey) return false;
  return mustNotSee(viewer, (await forms.byKey()).get(page.formKey) ?? null);
}
