const alone = /^(localhost|127(\.\d+){3}|\[::1\])(:|\/|$)/i;
// Not every browser refuses what is no name of a host, a blank for instance.
const host = /^([a-z0-9_.-]+|\[[0-9a-f:.]+\])$/;

/**
 * The origin of a server as a person types or pastes it, e.g. `https://time.example.org` for
 * `time.example.org/timesheet`; null when it is no address.
 */
export function readServerAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `${schemeFor(text)}://${text}`;
  if (!URL.canParse(whole)) return null;
  const { protocol, origin, username, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && username === '' && host.test(hostname) ? origin : null;
}

/** The permission pattern for everything a server serves; ports are no part of such patterns. */
export function permissionFor(server: string): string {
  const { protocol, hostname } = new URL(server);
  return `${protocol}//${hostname}/*`;
}

// A server on one's own machine rarely has a certificate.
function schemeFor(text: string): string {
  return alone.test(text) ? 'http' : 'https';
}
