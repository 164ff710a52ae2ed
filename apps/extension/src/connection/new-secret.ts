/** Makes the secret of a token: `tg_` and 32 random bytes as base64url. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const letters = btoa(String.fromCodePoint(...bytes));
  return `tg_${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}
