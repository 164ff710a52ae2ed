/**
 * What a token for the API may be used for, never more than its member may: look at everything,
 * put time on tasks and change it, run the timer of one page's items without seeing anything else,
 * or all of it.
 */
export const tokenScopes = ['read', 'track', 'plugin', 'everything'] as const;
export type TokenScope = (typeof tokenScopes)[number];

const enough: Readonly<Record<TokenScope, readonly TokenScope[]>> = {
  read: ['read', 'everything'],
  track: ['track', 'everything'],
  plugin: ['plugin', 'track', 'everything'],
  everything: ['everything'],
};

/** Whether the scopes of a token allow what needs this one. */
export function scopesAllow(scopes: readonly TokenScope[], needed: TokenScope): boolean {
  return enough[needed].some((scope) => scopes.includes(scope));
}
