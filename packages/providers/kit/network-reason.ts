/** An answer that cannot be used; its message says why, in words that hold no secret. */
export class BadAnswer extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name could not be looked up',
  ETIMEDOUT: 'the connection could not be made in time',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
  UND_ERR_SOCKET: 'the connection broke off',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};

/**
 * Says why a request failed on the way. The text of a network error may hold the address with its
 * query, so only its code is used.
 */
export function networkReason(error: unknown): string {
  if (error instanceof BadAnswer) return error.message;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return reasons[code] ?? (code === '' ? 'the connection failed' : `network error ${code}`);
}
