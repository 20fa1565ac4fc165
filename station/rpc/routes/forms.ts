import type { InstalledForm, OwnListSummary } from '../../../contract/form.ts';
import { formKey } from '../../../ocr/model/form.ts';
import { addForm } from '../../forms/add-form.ts';
import { checkForm } from '../../forms/check-form.ts';
import { presentForms } from '../../forms/present-form.ts';
import { restoreForm, retireForm } from '../../forms/retire-form.ts';
import { addOwnList } from '../../own-lists/add-list.ts';
import { ownLists } from '../../own-lists/own-lists.ts';
import { presentOwnLists } from '../../own-lists/present-lists.ts';
import { signedIn } from '../base.ts';

export const formRoutes = {
  list: signedIn.forms.list.handler(({ context: { station } }) => presentForms(station)),
  check: signedIn.forms.check.handler(({ context: { station }, input }) => checkForm(station, input.path)),
  add: signedIn.forms.add.handler(async ({ context: { station, account }, input }): Promise<InstalledForm> => {
    const { manifest } = await addForm(station, { ...input, actor: account.id });
    return only(await presentForms(station), ({ key }) => key === formKey(manifest));
  }),
  retire: signedIn.forms.retire.handler(async ({ context: { station, account }, input }) => {
    await retireForm(station, account, input.formKey);
    return null;
  }),
  restore: signedIn.forms.restore.handler(({ context: { station, account }, input }) => {
    restoreForm(station, account, input.formKey);
    return null;
  }),
  ownLists: signedIn.forms.ownLists.handler(({ context: { station } }) => presentOwnLists(station.store)),
  addOwnList: signedIn.forms.addOwnList.handler(
    async ({ context: { station, account }, input }): Promise<OwnListSummary> => {
      await addOwnList(station.store, { list: ownLists[input.id], path: input.path, actor: account.id });
      station.forgetTables();
      return only(await presentOwnLists(station.store), ({ id }) => id === input.id);
    },
  ),
};

function only<Item>(items: readonly Item[], isMeant: (item: Item) => boolean): Item {
  const found = items.find(isMeant);
  if (found === undefined) throw new Error('what was just taken in is not there');
  return found;
}
