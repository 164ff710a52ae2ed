import { queryOptions } from '@tanstack/react-query';
import { readTimer } from '@timegrove/contract/timers.ts';
import { api } from '../../shell/api.ts';
import { lasting } from '../../shell/last-state.ts';
import { timed } from '../../shell/server-clock.ts';

/** The member's running timer; also sets this window's clock by the server's. */
export const timerQuery = queryOptions({
  ...lasting,
  queryKey: ['timer'],
  queryFn: () => timed(() => api(readTimer)),
});
