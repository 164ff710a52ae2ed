import { infiniteQueryOptions } from '@tanstack/react-query';
import { listAudit, type Audited } from '@timegrove/contract/audit.ts';
import { api } from '../../shell/api.ts';

/** The kind of thing to look at; null for all. */
export type AuditFilter = Audited['thing'] | null;

/** What was done in the account, newest first, a page at a time. */
export function auditQuery(thing: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit', thing],
    queryFn: ({ pageParam }) =>
      api(listAudit, {
        query: { ...(thing && { thing }), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ next }) => next,
    // No news tell of it, so it is asked for again whenever the screen is opened.
    staleTime: 0,
  });
}

function firstPage(): Audited['id'] | null {
  return null;
}
