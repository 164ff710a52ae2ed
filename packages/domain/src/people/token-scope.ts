/**
 * What a token for the API may be used for, never more than its member may: look at everything,
 * put time on tasks and change it, or all of it.
 */
export const tokenScopes = ['read', 'track', 'everything'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Whether the scopes of a token allow what needs this one. */
export function scopesAllow(scopes: readonly TokenScope[], needed: TokenScope): boolean {
  return scopes.includes('everything') || scopes.includes(needed);
}
