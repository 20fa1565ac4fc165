import { type Role, secretSchema } from '../../../contract/account.ts';
import type { Mistakes } from './use-draft.ts';

export interface SecretDraft {
  readonly secret: string;
  readonly repeat: string;
}

export interface SecretChangeDraft extends SecretDraft {
  readonly current: string;
}

export interface AccountDraft extends SecretDraft {
  readonly name: string;
  readonly role: Role;
  readonly seesSpecialCategories: boolean;
}

export function emptyAccountDraft(role: Role): AccountDraft {
  return { name: '', role, secret: '', repeat: '', seesSpecialCategories: role === 'administrator' };
}

/** What is wrong with an account about to be made, as keys of the translations. */
export function mistakesOf(draft: AccountDraft): Mistakes<AccountDraft> {
  return {
    name: draft.name.trim() === '' ? 'signIn.nameMissing' : undefined,
    ...mistakesOfSecret(draft),
  };
}

/** What is wrong with a new password, as keys of the translations. */
export function mistakesOfSecret({ secret, repeat }: SecretDraft): Mistakes<SecretDraft> {
  return {
    secret: secretSchema.safeParse(secret).success ? undefined : 'signIn.secretShort',
    repeat: repeat === secret ? undefined : 'signIn.mismatch',
  };
}

/** What is wrong with another password of one's own, as keys of the translations. */
export function mistakesOfSecretChange(draft: SecretChangeDraft): Mistakes<SecretChangeDraft> {
  return {
    current: draft.current === '' ? 'accounts.currentMissing' : undefined,
    ...mistakesOfSecret(draft),
  };
}
