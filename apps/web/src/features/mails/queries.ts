import { queryOptions } from '@tanstack/react-query';
import { listMails } from '@timegrove/contract/members.ts';
import { api } from '../../shell/api.ts';

/** The newest mails. No news tell of them, so the open screen looks again by itself. */
export const mailsQuery = queryOptions({
  queryKey: ['mails'],
  queryFn: () => api(listMails),
  refetchInterval: 10_000,
});
