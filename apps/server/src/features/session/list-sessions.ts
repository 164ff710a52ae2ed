import type { listSessions as endpoint } from '@timegrove/contract/sessions.ts';
import type { Verb } from '../../http/bind.ts';
import { describeBrowser } from './describe-browser.ts';

/** Lists where the member is signed in, this session first. */
export const listSessions: Verb<typeof endpoint> = async ({ house, headers }) => {
  const sessions = await house.identity.listSessions(headers);
  return {
    sessions: sessions
      .toSorted((a, b) => Number(b.current) - Number(a.current))
      .map(({ id, current, startedAt, seenAt, address, agent }) => ({
        id,
        current,
        startedAt: startedAt.toISOString(),
        seenAt: seenAt.toISOString(),
        address: address === '' ? null : address,
        ...describeBrowser(agent),
      })),
  };
};
