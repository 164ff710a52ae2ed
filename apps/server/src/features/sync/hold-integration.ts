import type { IntegrationId } from '@timegrove/domain/id.ts';
import type { OpenDatabase } from '../../database/open.ts';

/**
 * Does work while this process alone holds the integration, over all server processes. The database
 * lets go by itself when the process dies. Gives false, without doing anything, when another holds it.
 */
export async function holdIntegration(
  { pool }: OpenDatabase,
  key: { readonly integrationId: IntegrationId; readonly preview: boolean },
  work: () => Promise<void>,
): Promise<boolean> {
  const name = `${key.preview ? 'preview' : 'sync'} ${key.integrationId}`;
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [name],
    );
    if (rows[0]?.held !== true) return false;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]);
    }
    return true;
  } finally {
    client.release();
  }
}
