import type { readPluginState as endpoint } from '@timegrove/contract/native-plugin.ts';
import type { Verb } from '../../http/bind.ts';
import { look } from './look.ts';

/** A wait ends before the proxies on the way lose patience. */
const mostMs = 25_000;

/** Tells a page how its item stands; with a version that it knows already, once that has changed. */
export const readPluginState: Verb<typeof endpoint> = async (desk, { query }) => {
  if (query.since === undefined) return (await look(desk, query)).state;
  // Listening begins before looking, so that nothing falls between the two.
  const hearing = desk.hearNews(mostMs);
  try {
    let { state } = await look(desk, query);
    while (state.version === query.since && (await hearing.next())) {
      ({ state } = await look(desk, query));
    }
    return state;
  } finally {
    hearing.end();
  }
};
