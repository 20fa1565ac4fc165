import { argon2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { SecretScheme } from '../store/tables.ts';

export interface StoredSecret {
  readonly secretScheme: SecretScheme;
  /** Base64. */
  readonly secretHash: string;
  readonly secretSalt: string;
}

const keyBytes = 32;
const saltBytes = 16;

const deriveArgon2 = promisify(argon2);
/** Argon2id (RFC 9106) with 19 MiB and two passes: what OWASP's Password Storage Cheat Sheet asks for at least. */
const argon2Cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: keyBytes };

const deriveScrypt: (secret: string, salt: Buffer, bytes: number, options: object) => Promise<Buffer> =
  promisify(scrypt);
/** Of secrets that were stored before Argon2id came (RFC 7914). */
const scryptCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Hashes a secret with Argon2id under a fresh salt. The same secret in another Unicode form hashes alike. */
export async function hashSecret(secret: string): Promise<StoredSecret> {
  const salt = randomBytes(saltBytes);
  const hash = await derive('argon2id', secret, salt);
  return { secretScheme: 'argon2id', secretHash: hash.toString('base64'), secretSalt: salt.toString('base64') };
}

/** Compares in a time that does not depend on where the hashes differ. */
export async function isRightSecret(secret: string, stored: StoredSecret): Promise<boolean> {
  const hash = await derive(stored.secretScheme, secret, Buffer.from(stored.secretSalt, 'base64'));
  const expected = Buffer.from(stored.secretHash, 'base64');
  return expected.length === hash.length && timingSafeEqual(hash, expected);
}

/** Whether the secret should be hashed anew now that it is known. */
export function isOutdated({ secretScheme }: StoredSecret): boolean {
  return secretScheme !== 'argon2id';
}

async function derive(scheme: SecretScheme, secret: string, salt: Buffer): Promise<Buffer> {
  const message = secret.normalize('NFKC');
  if (scheme === 'scrypt') return await deriveScrypt(message, salt, keyBytes, scryptCost);
  return await deriveArgon2('argon2id', { ...argon2Cost, message, nonce: salt });
}
