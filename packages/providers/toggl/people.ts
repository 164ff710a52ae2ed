import type { Container, Credential, RemotePerson, Tools } from '@timegrove/domain/provider.ts';
import type { Page } from '../kit/paging.ts';
import { readUsers } from './api.ts';
import type { UserRow } from './api.ts';
import { workspaceRef } from './map.ts';

/**
 * Lists the people of workspaces with one request for each that is still there. Somebody who is in
 * several is one person with several containers.
 * @throws ProviderFailure also when only one workspace could not be read, since whoever is missing would lose an assignment
 */
export async function readPeople(
  tools: Tools,
  credential: Credential,
  workspaces: readonly Container[],
): Promise<readonly RemotePerson[]> {
  const people = new Map<number, RemotePerson>();
  for (const { remoteId } of workspaces.filter(({ state }) => state !== 'deleted')) {
    const workspace = Number(remoteId);
    for (const user of await collected(readUsers(tools, credential, workspace)))
      people.set(user.id, withWorkspace(people.get(user.id), user, workspace));
  }
  return [...people.values()];
}

async function collected<Row>(pages: AsyncIterable<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

/** Somebody deactivated in one workspace may be active in another, and then belongs only there. */
function withWorkspace(
  known: RemotePerson | undefined,
  user: UserRow,
  workspace: number,
): RemotePerson {
  const active = user.inactive !== true;
  const here = workspaceRef(workspace);
  if (known === undefined)
    return {
      remoteId: String(user.id),
      name: user.fullname ?? user.email ?? '',
      email: user.email ?? '',
      active,
      containers: [here],
    };
  if (known.active !== active) return active ? { ...known, active, containers: [here] } : known;
  return { ...known, containers: [...known.containers, here] };
}
