import type { readConnectionRequest as endpoint } from '@timegrove/contract/connections.ts';
import type { Verb } from '../../http/bind.ts';
import { findRequest, scopesOf } from './find-request.ts';

/** Shows a member who asks to be let in. */
export const readConnectionRequest: Verb<typeof endpoint> = async (desk, { params }) => {
  const request = await findRequest(desk, params.code, 'to-look');
  return {
    tokenId: request.id,
    kind: request.kind,
    name: request.name,
    origin: request.origin,
    scopes: [...scopesOf[request.kind]],
    createdAt: request.created_at.toISOString(),
    expiresAt: request.expires_at.toISOString(),
  };
};
