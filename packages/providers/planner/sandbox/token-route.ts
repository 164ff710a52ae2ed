import type { ApiCall } from '../../kit/sandbox/simulator.ts';
import { oauthError } from './answers.ts';
import { everybody } from './people.ts';
import type { Person } from './people.ts';
import { accessSeconds } from './tokens.ts';
import type { Tokens } from './tokens.ts';

/** Signs in or refreshes: plain OAuth JSON. A refresh token is good for one time. */
export function answerToken(tokens: Tokens, { body }: ApiCall): Response {
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  if (text('client_id') === '')
    return oauthError(401, 'invalid_client', 'Client authentication failed.');
  switch (text('grant_type')) {
    case 'password':
      return signIn(tokens, text('username'), text('password'));
    case 'refresh_token':
      return answerWith(
        tokens,
        tokens.useRefresh(text('refresh_token')),
        'The refresh token is invalid.',
      );
    default:
      return oauthError(400, 'unsupported_grant_type', 'The grant type is not supported.');
  }
}

function signIn(tokens: Tokens, username: string, password: string): Response {
  if (username === '' || password === '')
    return oauthError(400, 'invalid_request', 'Username and password are required.');
  const person = everybody.find(
    (one) => one.user.email === username.trim().toLowerCase() && one.password === password,
  );
  if (person?.disabled === true)
    return oauthError(400, 'invalid_grant', 'This account was disabled by its administrator.');
  return answerWith(tokens, person, 'The e-mail address or the password is incorrect.');
}

function answerWith(tokens: Tokens, person: Person | undefined, refusal: string): Response {
  if (person === undefined) return oauthError(400, 'invalid_grant', refusal);
  const { access, refresh } = tokens.issue(person);
  return Response.json({
    token_type: 'Bearer',
    access_token: access,
    refresh_token: refresh,
    expires_in: accessSeconds,
  });
}
