import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Layout } from './layout.ts';
import { StartRefused } from './start-refused.ts';

/** The password of this data folder's PostgreSQL: made on the first start, readable by its owner alone. */
export function databasePassword(layout: Layout): string {
  if (existsSync(layout.password)) return readFileSync(layout.password, 'utf8').trim();
  if (existsSync(layout.cluster)) {
    throw new StartRefused(
      `The file ${layout.password} is missing, and without it nobody can open the database. ` +
        'Put it back, or set TIMEGROVE_DATA to another folder.',
    );
  }
  const password = randomBytes(24).toString('hex');
  const draft = `${layout.password}.new`;
  writeFileSync(draft, `${password}\n`, { mode: 0o600 });
  renameSync(draft, layout.password);
  return password;
}
