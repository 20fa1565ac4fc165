import type { Role } from '../../../contract/account.ts';
import type { Flag, JsonText } from './column-types.ts';

export type SecretScheme = 'scrypt' | 'argon2id';

export interface AccountRow {
  id: string;
  name: string;
  role: Role;
  secretHash: string;
  secretSalt: string;
  createdAt: string;
  secretScheme: SecretScheme;
  seesSpecialCategories: Flag;
  /** 0 for who does not work here any more. */
  active: Flag;
}

export interface PreferencesRow {
  accountId: string;
  preferences: JsonText;
}
