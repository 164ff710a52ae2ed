import type { Audited } from '@timegrove/contract/audit.ts';
import { newId } from '@timegrove/contract/new-id.ts';
import { isDeepStrictEqual } from 'node:util';
import type { Desk } from '../../http/desk.ts';

/** What was done; of `before` and `after` only the fields that differ are written down. */
export interface Deed extends Pick<Audited, 'action' | 'thing' | 'thingId' | 'name'> {
  readonly before?: object;
  readonly after?: object;
}

/** Writes down what the actor does, in the transaction that does it. A change of nothing is not written. */
export async function writeAudit(desk: Desk, deed: Deed): Promise<void> {
  await writeAudits(desk, [deed]);
}

/** As `writeAudit` for many deeds, in one statement. */
export async function writeAudits(desk: Desk, deeds: readonly Deed[]): Promise<void> {
  const rows = deeds.flatMap(({ before, after, action, thing, thingId, name }) => {
    const changes = differences(before ?? {}, after ?? {});
    const changesNothing = before !== undefined && Object.keys(changes).length === 0;
    if (changesNothing) return [];
    return {
      account_id: desk.actor.accountId,
      id: newId<'audit'>(),
      at: desk.now,
      member_id: desk.actor.memberId,
      action,
      thing,
      thing_id: thingId,
      name,
      changes: JSON.stringify(changes),
    };
  });
  if (rows.length > 0) await desk.db.insertInto('audit').values(rows).execute();
}

function differences(before: object, after: object) {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return Object.fromEntries(
    [...new Set([...was.keys(), ...is.keys()])]
      .filter((field) => !isDeepStrictEqual(was.get(field), is.get(field)))
      .map((field) => [field, { before: was.get(field) ?? null, after: is.get(field) ?? null }]),
  );
}
