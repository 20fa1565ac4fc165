import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables/tables.ts';

/** A statement made with a `query` builder below. */
export interface Statement<Row> {
  compile(): CompiledQuery<Row>;
}

type Builder = Kysely<Tables>;

/** What was committed last, or, inside a transaction, what that has made of it so far. */
export interface ReadableStore {
  readonly query: Pick<Builder, 'selectFrom' | 'selectNoFrom' | 'with' | 'fn'>;
  all<Row>(statement: Statement<Row>): Row[];
  first<Row>(statement: Statement<Row>): Row | undefined;
}

/** An open transaction. It ends when the function given to `transact` returns, and must not be kept. */
export interface Transaction extends ReadableStore {
  readonly query: Builder;
  /** When the transaction began, for every row and event that it writes. */
  readonly now: Date;
  /** Returns the number of rows changed. */
  run(statement: Statement<unknown>): number;
}

export interface WritableStore extends ReadableStore {
  /**
   * Runs `work` in one transaction, all or nothing. `work` is synchronous on purpose: better-sqlite3 is, and so nothing
   * can interleave with an open transaction on the one writing connection.
   */
  transact<Result>(work: (transaction: Transaction) => Synchronous<Result>): Result;
}

type Synchronous<Result> = Result extends PromiseLike<unknown> ? never : Result;

/** Makes statements only: it has no connection of its own and never runs anything. */
export function createQueryBuilder(): Builder {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** Statements that a connection keeps prepared. The program has fewer, but that lists of many lengths make many texts. */
const keptStatements = 300;

/** Runs statements on one SQLite connection. */
export function createRunner(database: SqliteDatabase.Database) {
  const prepare = createPreparer(database);
  return {
    all<Row>(statement: Statement<Row>): Row[] {
      const { sql, parameters } = statement.compile();
      return prepare(sql).all(...parameters);
    },
    first<Row>(statement: Statement<Row>): Row | undefined {
      const { sql, parameters } = statement.compile();
      return prepare(sql).get(...parameters);
    },
    run(statement: Statement<unknown>): number {
      const { sql, parameters } = statement.compile();
      return prepare(sql).run(...parameters).changes;
    },
  };
}

/** As SQLite's driver sees it: that its rows are those of the builder, the types of `Statement` say. */
type Prepared = SqliteDatabase.Statement<unknown[], never>;

/** Prepares each text once: that takes SQLite longer than to run most of them. */
function createPreparer(database: SqliteDatabase.Database): (sql: string) => Prepared {
  const kept = new Map<string, Prepared>();
  return (sql) => {
    const present = kept.get(sql);
    if (present !== undefined) return present;
    if (kept.size >= keptStatements) kept.clear();
    const prepared: Prepared = database.prepare(sql);
    kept.set(sql, prepared);
    return prepared;
  };
}
