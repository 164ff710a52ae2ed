import { queryOptions } from '@tanstack/react-query';
import { listTokens } from '@timegrove/contract/tokens.ts';
import type { MemberId } from '@timegrove/domain/id.ts';
import { api } from '../../shell/api.ts';

/** The tokens for the API of a member that were not revoked. */
export function tokensQuery(memberId: MemberId) {
  return queryOptions({
    queryKey: ['members', 'tokens', memberId],
    queryFn: () => api(listTokens, { query: { memberId } }),
  });
}
