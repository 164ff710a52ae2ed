import type { signIn as endpoint } from '@timegrove/contract/session.ts';
import type { PublicVerb } from '../../http/bind.ts';
import { beginSession } from './begin-session.ts';

/** Signs a member in with e-mail and password. */
export const signIn: PublicVerb<typeof endpoint> = async (desk, { body }) =>
  beginSession(desk, body);
