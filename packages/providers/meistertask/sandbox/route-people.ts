import { ApiError, good, page } from './answers.ts';
import type { Route } from './routes.ts';

/** Who the token belongs to: the first person of the account. */
export const me: Route = ({ account }) => good(account.people.all()[0]);

/** Everybody of the account; which of them are in a project is not played. */
export const people: Route = ({ account, call }) => page(call, account.people.all());

/** One person. */
export const person: Route = ({ account, id }) => {
  const found = account.people.get(id);
  if (found === undefined) throw new ApiError(404, `Person with ID ${id} not found`);
  return good(found);
};
