import { type Role, secretSchema } from '../../../contract/account.ts';
import type { Mistakes } from './use-draft.ts';

export interface AccountDraft {
  readonly name: string;
  readonly role: Role;
  readonly secret: string;
  readonly repeat: string;
  readonly seesSpecialCategories: boolean;
}

export function emptyAccountDraft(role: Role): AccountDraft {
  return { name: '', role, secret: '', repeat: '', seesSpecialCategories: role === 'administrator' };
}

/** What is wrong with an account about to be made, as keys of the translations. */
export function mistakesOf(draft: AccountDraft): Mistakes<AccountDraft> {
  return {
    name: draft.name.trim() === '' ? 'signIn.nameMissing' : undefined,
    secret: secretSchema.safeParse(draft.secret).success ? undefined : 'signIn.secretShort',
    repeat: draft.repeat === draft.secret ? undefined : 'signIn.mismatch',
  };
}
