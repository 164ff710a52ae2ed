import * as contract from '@timegrove/contract/tokens.ts';
import type { Door } from '../../http/bind.ts';
import { addToken } from './add-token.ts';
import { listTokens } from './list-tokens.ts';
import { revokeToken } from './revoke-token.ts';

/** The menu of this feature: endpoint ↔ verb. */
export function tokenRoutes(door: Door): void {
  door.bind(contract.listTokens, listTokens);
  door.bind(contract.addToken, addToken);
  door.bind(contract.revokeToken, revokeToken);
}
