import { i18n } from '@lingui/core';

/** Why a sign-in came to nothing. */
export function answerRefused(state: 'refused' | 'expired'): string {
  return state === 'refused'
    ? i18n._('sign-in-refused-there', {}, { message: 'The connection was refused in Timegrove.' })
    : i18n._(
        'sign-in-expired',
        {},
        { message: 'Nobody allowed the connection in time. Start it once more.' },
      );
}

/** What to do when the server could not be told that a browser disconnects. */
export function notRevoked(): string {
  return i18n._(
    'not-revoked',
    {},
    {
      message:
        'This browser has forgotten the connection, but the server could not be told. Revoke it there, in your profile under tokens.',
    },
  );
}
