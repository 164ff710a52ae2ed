import { addClient } from './account.ts';
import { ApiError, good } from './answers.ts';
import { archiveClient, deleteClient, restoreClient, touch } from './change.ts';
import { nameIn, newName } from './fields.ts';
import type { Route, Routed } from './routes.ts';
import type { Client } from './rows.ts';
import { clientView } from './views.ts';

const filters: Readonly<Record<string, (client: Client) => boolean>> = {
  active: ({ archived }) => !archived,
  archived: ({ archived }) => archived,
  both: () => true,
};

/** All clients at once, active ones unless told; there are no pages. */
export const clients: Route = ({ call, space }) => {
  const filter = filters[call.url.searchParams.get('status') ?? 'active'];
  if (filter === undefined) throw new ApiError(400, 'Client status is invalid');
  const part = (call.url.searchParams.get('name') ?? '').toLowerCase();
  const found = space.clients
    .all()
    .filter((row) => filter(row) && row.name.toLowerCase().includes(part));
  return good(found.map(clientView));
};

/** One client. */
export const client: Route = (routed) => good(clientView(clientAsked(routed)));

/** A new client. */
export const createClient: Route = ({ account, call, space }) =>
  good(clientView(addClient(account, space, newName(call, 'Client'))));

/** Renames a client. */
export const updateClient: Route = (routed) => {
  const found = clientAsked(routed);
  found.name = nameIn(routed.call, 'Client') ?? found.name;
  touch(routed.account, found);
  return good(clientView(found));
};

/** Deletes a client; the answer is its id. */
export const deleteClientById: Route = (routed) => {
  const found = clientAsked(routed);
  deleteClient(routed.account, routed.space, found);
  return good(found.id);
};

/** Archives a client; the answer is the ids of the projects that went with it. */
export const archiveClientById: Route = (routed) => {
  const found = clientAsked(routed);
  // The words are a guess, after those for billable rates [I].
  if (routed.space.workspace.organization.plan === 'free')
    throw new ApiError(402, 'Archiving clients is available for Starter and higher plans.');
  return good(archiveClient(routed.account, routed.space, found));
};

/** Brings an archived client back. */
export const restoreClientById: Route = (routed) => {
  const found = clientAsked(routed);
  restoreClient(routed.account, found);
  return good(clientView(found));
};

function clientAsked({ space, ids: [id = 0] }: Routed): Client {
  const found = space.clients.get(id);
  if (found === undefined) throw new ApiError(404, `No client with ID ${id} was found`);
  return found;
}
