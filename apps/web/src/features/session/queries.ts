import { queryOptions } from '@tanstack/react-query';
import type { Output } from '@timegrove/contract/endpoint.ts';
import { readInvitation } from '@timegrove/contract/members.ts';
import { readMe, readWelcome, type Me } from '@timegrove/contract/session.ts';
import { createContext, use } from 'react';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';
import { forgetAnswers, isLostSession } from '../../shell/query-client.ts';
import { timed } from '../../shell/server-clock.ts';

/** Who is signed in; null for a visitor. */
export const meQuery = queryOptions({
  ...lasting,
  queryKey: ['me'],
  queryFn: async ({ client }): Promise<Me | null> => {
    const known = (): Me | null | undefined => client.getQueryData<Me | null>(['me']);
    try {
      const me = await timed(() => api(readMe));
      const before = known();
      // Somebody else has signed in, in another window or since this device was last used.
      if (before != null && before.memberId !== me.memberId) forgetAnswers();
      return me;
    } catch (error) {
      // Of somebody who was there it is asked once more; see the retries of the query client.
      if (isLostSession(error) && known() == null) return null;
      throw error;
    }
  },
});

/** What the first screen of a visitor is. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: () => api(readWelcome),
});

/** What a demo server offers to try. */
export type Demo = NonNullable<Output<typeof readWelcome>['demo']>;

/** Who the session's frame stands for, as its gate has decided; null outside. */
export const MeContext = createContext<Me | null>(null);

/** The member who is signed in. Only for what stands inside the session's frame. @throws outside */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('Nobody is signed in.');
  return me;
}

/** What an invitation's link is for. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation-link', token],
    queryFn: () => api(readInvitation, { params: { token } }),
  });
}
