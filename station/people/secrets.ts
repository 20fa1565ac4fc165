import { argon2, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { SecretScheme } from '../store/tables/people.ts';

export interface StoredSecret {
  readonly secretScheme: SecretScheme;
  /** Base64. */
  readonly secretHash: string;
  readonly secretSalt: string;
}

export interface Argon2Cost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** How secrets are kept and compared. */
export interface Secrets {
  /** Hashes a secret with Argon2id under a fresh salt. The same secret in another Unicode form hashes alike. */
  hash(secret: string): Promise<StoredSecret>;
  /** Compares in a time that does not depend on where the hashes differ. */
  isRight(secret: string, stored: StoredSecret): Promise<boolean>;
}

const keyBytes = 32;
const saltBytes = 16;

const deriveArgon2 = promisify(argon2);
/** Argon2id (RFC 9106) with 19 MiB and two passes: what OWASP's Password Storage Cheat Sheet asks for at least. */
const leastCost: Argon2Cost = { memoryKib: 19_456, passes: 2 };

const deriveScrypt: (secret: string, salt: Buffer, bytes: number, options: object) => Promise<Buffer> =
  promisify(scrypt);
/** Of secrets that were stored before Argon2id came (RFC 7914). */
const scryptCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** The database does not say at what cost a secret was hashed: one workstation keeps to one. */
export function createSecrets(cost: Argon2Cost = leastCost): Secrets {
  return {
    async hash(secret) {
      const salt = randomBytes(saltBytes);
      const hash = await deriveKey('argon2id', secret, salt, cost);
      return { secretScheme: 'argon2id', secretHash: hash.toString('base64'), secretSalt: salt.toString('base64') };
    },
    async isRight(secret, stored) {
      const salt = Buffer.from(stored.secretSalt, 'base64');
      const hash = await deriveKey(stored.secretScheme, secret, salt, cost);
      const expected = Buffer.from(stored.secretHash, 'base64');
      return expected.length === hash.length && timingSafeEqual(hash, expected);
    },
  };
}

/** Whether the secret should be hashed anew now that it is known. */
export function isOutdated({ secretScheme }: StoredSecret): boolean {
  return secretScheme !== 'argon2id';
}

async function deriveKey(scheme: SecretScheme, secret: string, salt: Buffer, cost: Argon2Cost): Promise<Buffer> {
  const message = secret.normalize('NFKC');
  if (scheme === 'scrypt') return await deriveScrypt(message, salt, keyBytes, scryptCost);
  const { memoryKib: memory, passes } = cost;
  return await deriveArgon2('argon2id', { memory, passes, parallelism: 1, tagLength: keyBytes, message, nonce: salt });
}
