import { randomInt } from 'node:crypto';
import type { askConnection as endpoint, ConnectionKind } from '@timegrove/contract/connections.ts';
import { DomainError } from '@timegrove/domain/rule.ts';
import type { PublicVerb } from '../../http/bind.ts';
import type { PublicDesk } from '../../http/desk.ts';
import { webPageOf } from '../../http/origin.ts';
import { hashOf } from '../../hash-of.ts';

const minute = 60_000;
const lastsMs = 10 * minute;

/** Keeps a request to be let in until a member answers. Of the secret only its hash is kept. */
export const askConnection: PublicVerb<typeof endpoint> = async (desk, { body }) => {
  const { db, now, headers } = desk;
  const origin = webPageOf(headers.get('origin'));
  refuseWrongKind(body.kind, origin);
  await forgetOld(desk);
  await db
    .insertInto('connection_request')
    .values({
      id: body.id,
      code: makeCode(),
      kind: body.kind,
      name: body.name,
      origin,
      token_hash: hashOf(body.secret),
      ending: body.secret.slice(-4),
      created_at: now,
      expires_at: new Date(now.getTime() + lastsMs),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const asked = await db
    .selectFrom('connection_request')
    .select(['code', 'expires_at', 'token_hash'])
    .where('id', '=', body.id)
    .executeTakeFirstOrThrow();
  if (asked.token_hash !== hashOf(body.secret)) throw new DomainError('id-taken');
  return { code: asked.code, expiresAt: asked.expires_at.toISOString() };
};

/** A page must not pass for a program that would be let in to more. */
function refuseWrongKind(kind: ConnectionKind, origin: string | null): void {
  if (kind === 'native-plugin' && origin === null) throw new DomainError('page-needed');
  if (kind !== 'native-plugin' && origin !== null) throw new DomainError('origin-refused');
}

async function forgetOld({ db, now }: PublicDesk): Promise<void> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * minute);
  await db.deleteFrom('connection_request').where('expires_at', '<', dayAgo).execute();
}

/** Without letters and digits that look like others. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

function makeCode(): string {
  const eight = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${eight.slice(0, 4)}-${eight.slice(4)}`;
}
