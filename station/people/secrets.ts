import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

export interface StoredSecret {
  /** Base64. */
  readonly secretHash: string;
  readonly secretSalt: string;
}

const derive: (secret: string, salt: Buffer, bytes: number, options: object) => Promise<Buffer> = promisify(scrypt);
const keyBytes = 32;
/** 32 MB and about a tenth of a second: the parameters RFC 7914 calls interactive, doubled. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Hashes a secret with scrypt (RFC 7914) under a fresh salt. The same secret in another Unicode form hashes alike. */
export async function hashSecret(secret: string): Promise<StoredSecret> {
  const salt = randomBytes(16);
  const hash = await derive(secret.normalize('NFKC'), salt, keyBytes, cost);
  return { secretHash: hash.toString('base64'), secretSalt: salt.toString('base64') };
}

/** Compares in a time that does not depend on where the hashes differ. */
export async function isRightSecret(secret: string, stored: StoredSecret): Promise<boolean> {
  const hash = await derive(secret.normalize('NFKC'), Buffer.from(stored.secretSalt, 'base64'), keyBytes, cost);
  const expected = Buffer.from(stored.secretHash, 'base64');
  return expected.length === hash.length && timingSafeEqual(hash, expected);
}
