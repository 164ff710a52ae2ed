import { AsyncLocalStorage } from 'node:async_hooks';
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type CompiledQuery,
  type Dialect,
  type Driver,
} from 'kysely';
import type { Db } from '../../database/schema.ts';

/** A database handle for a library that knows nothing of our transactions. */
export interface CallersTransaction {
  /** Every query on it runs in the transaction of the caller around it, or else on the plain database. */
  readonly db: Kysely<unknown>;
  /** Runs work whose queries belong to this transaction. */
  within<Result>(transaction: Db | undefined, work: () => Promise<Result>): Promise<Result>;
}

/**
 * Lets a library write inside the transaction of the verb that calls it. Were it to take a second
 * connection instead, a full pool of waiting verbs would wait for itself.
 */
export function followCallersTransaction(plain: Db): CallersTransaction {
  const ambient = new AsyncLocalStorage<Db>();
  return {
    db: new Kysely<unknown>({ dialect: dialectOn(() => ambient.getStore() ?? plain) }),
    within: async (transaction, work) => ambient.run(transaction ?? plain, work),
  };
}

function dialectOn(current: () => Db): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driverOn(current),
  };
}

function driverOn(current: () => Db): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery) => current().executeQuery<Row>(query),
    streamQuery: () => {
      throw new TypeError('nothing is streamed here');
    },
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => {},
  };
}

async function refuse(): Promise<never> {
  throw new TypeError('the transaction is the caller’s');
}
