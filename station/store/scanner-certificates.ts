import type { Store } from './store.ts';

/** The certificates that scanners are held to, by `host:port`. */
export function createCertificatePins({ query, first, transact }: Store) {
  return {
    get: (host: string): string | undefined =>
      first(query.selectFrom('scanner_certificates').select('fingerprint').where('host', '=', host))?.fingerprint,
    set(host: string, fingerprint: string): void {
      transact((transaction) => {
        const firstSeenAt = transaction.now.toISOString();
        transaction.run(
          transaction.query.insertInto('scanner_certificates').values({ host, fingerprint, firstSeenAt }),
        );
      });
    },
    forget(host: string): void {
      transact((transaction) => {
        transaction.run(transaction.query.deleteFrom('scanner_certificates').where('host', '=', host));
      });
    },
  };
}
