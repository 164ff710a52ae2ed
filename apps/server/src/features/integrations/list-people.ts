import type * as contract from '@timegrove/contract/integrations.ts';
import { foldEmail } from '@timegrove/domain/people/email.ts';
import { matchPeople } from '@timegrove/domain/people/match.ts';
import { itemKey, type RemotePerson } from '@timegrove/domain/provider.ts';
import type { Desk } from '../../http/desk.ts';
import type { Parsed } from '../../http/input.ts';
import { askLinked } from './ask-linked.ts';
import { findAccepted } from './find-integration.ts';

type Input = Parsed<typeof contract.listPeople>;

/** The people of the vendor, and the names of what they belong to. */
interface Asked {
  readonly people: readonly RemotePerson[];
  readonly containerNames: ReadonlyMap<string, string>;
}

/** Lists the people at the vendor with the members they match (rule 8); nothing is changed by looking. */
export const listPeople = {
  ask: async (desk: Desk, { params }: Input): Promise<Asked> => {
    const linked = await findAccepted(desk, params.integrationId);
    const { provider, credential } = linked;
    if (provider.people === undefined) return { people: [], containerNames: new Map() };
    return askLinked(desk, linked, async (tools) => {
      const containers = await provider.containers(tools, credential);
      const people = (await provider.people?.(tools, tools.credential(), containers)) ?? [];
      return { people, containerNames: new Map(containers.map((one) => [itemKey(one), one.name])) };
    });
  },
  answer: async ({ db, actor, now }: Desk, _input: Input, { people, containerNames }: Asked) => {
    const members = await db
      .selectFrom('member')
      .select(['id', 'name', 'email'])
      .where('account_id', '=', actor.accountId)
      .where('active', '=', true)
      .execute();
    const invitations = await db
      .selectFrom('invitation')
      .select('email')
      .where('account_id', '=', actor.accountId)
      .where('accepted_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .execute();
    const names = new Map(members.map(({ id, name }) => [id, name]));
    const invited = new Set(invitations.map(({ email }) => foldEmail(email)));
    return {
      people: matchPeople(people, members).map(({ person, memberId, verdict }) => ({
        remoteId: person.remoteId,
        name: person.name,
        email: person.email,
        active: person.active,
        containers: person.containers.map(
          (one) => containerNames.get(itemKey(one)) ?? one.remoteId,
        ),
        verdict,
        member: memberId === null ? null : { memberId, name: names.get(memberId) ?? '' },
        invited: invited.has(foldEmail(person.email)),
      })),
    };
  },
};
