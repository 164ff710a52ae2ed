import {
  auditActions,
  auditThings,
  type listAudit as endpoint,
} from '@timegrove/contract/audit.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Verb } from '../../http/bind.ts';

/** Lists what was done in the account, newest first, a page at a time. */
export const listAudit: Verb<typeof endpoint> = async ({ db, actor }, { query }) => {
  const rows = await db
    .selectFrom('audit')
    .innerJoin('member', (join) =>
      join
        .onRef('member.account_id', '=', 'audit.account_id')
        .onRef('member.id', '=', 'audit.member_id'),
    )
    .select(['audit.id', 'audit.at', 'audit.member_id', 'audit.action', 'audit.thing'])
    .select(['audit.thing_id', 'audit.name', 'audit.changes', 'member.name as by_name'])
    .where('audit.account_id', '=', actor.accountId)
    .$if(query.thing !== undefined, (some) => some.where('thing', '=', query.thing ?? ''))
    .$if(query.memberId !== undefined, (some) =>
      some.where('audit.member_id', '=', query.memberId ?? actor.memberId),
    )
    // The moment is compared inside the database, which keeps it finer than JavaScript does.
    .$if(query.after !== undefined, (some) =>
      some.where(
        sql<boolean>`(audit.at, audit.id) < (
          select last.at, last.id from audit last
          where last.account_id = ${actor.accountId} and last.id = ${query.after})`,
      ),
    )
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  return {
    audited: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      by: { memberId: row.member_id, name: row.by_name },
      action: z.enum(auditActions).parse(row.action),
      thing: z.enum(auditThings).parse(row.thing),
      thingId: row.thing_id,
      name: row.name,
      changes: row.changes,
    })),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
};
