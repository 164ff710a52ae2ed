import type { Failure, VendorRefusal } from '@timegrove/domain/provider.ts';
import { jsonOf } from '../kit/json-body.ts';
import { reasonOf } from '../kit/refusal.ts';
import { z } from 'zod';
import { belowContainer, grantErrors, routes } from './routes.ts';

const oauthError = z.object({ error: z.string().min(1) });

/** Reads the refusals that mean something else here than usual. */
export function explain(refusal: VendorRefusal): Failure | undefined {
  const { path, status, text } = refusal;
  const reason = reasonOf(text);
  if (path === routes.token) return explainToken(text, reason);
  // Closed to this person is one project or organization; the token itself is still good.
  return status === 403 && belowContainer.test(path)
    ? { word: 'gone', reason: reason || `${path} is closed to this account` }
    : undefined;
}

// A wrong password is status 400 in OAuth, as is everything that we could be doing wrong.
function explainToken(text: string, reason: string): Failure | undefined {
  const json = jsonOf(text);
  const said = json.type === 'json' ? oauthError.safeParse(json.body).data : undefined;
  if (said === undefined) return undefined;
  return grantErrors.includes(said.error)
    ? { word: 'unauthorized', reason }
    : { word: 'changed-shape', path: `POST ${routes.token} (${said.error}: ${reason})` };
}
