import { sql } from 'kysely';
import type { Database } from '../../database/schema.ts';
import type { Vault } from './vault.ts';

/**
 * Seals every stored credential, of all accounts, with the vault's newest key: all of them or, when
 * one cannot be opened, none. Gives how many there are.
 */
export async function resealCredentials(database: Database, vault: Vault): Promise<number> {
  return database.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('integration')
      .select(['account_id', 'id', 'credential'])
      .where('credential', 'is not', null)
      .orderBy('account_id')
      .orderBy('id')
      // What a server stores meanwhile waits, so that it is not replaced by what was there before.
      .forUpdate()
      .execute();
    const resealed = rows.map(({ account_id, id, credential }) => ({
      account_id,
      id,
      credential: vault.seal(vault.open(credential ?? '', id), id),
    }));
    await sql`
      update integration set credential = resealed.credential
      from json_to_recordset(${JSON.stringify(resealed)}) as resealed
        (account_id uuid, id uuid, credential text)
      where integration.account_id = resealed.account_id and integration.id = resealed.id
    `.execute(db);
    return rows.length;
  });
}
