/**
 * Gives kept answers of the server as they are once a timer was stopped: a window that is opened
 * without a connection begins with them, and must not show it running.
 */
export function withStopped(kept: unknown, entryId: string, stoppedAt: string): unknown {
  const inside = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inside);
    if (typeof part !== 'object' || part === null) return part;
    const copy = Object.fromEntries(
      Object.entries(part).map(([name, value]) => [
        name,
        name === 'running' && isIt(value) ? null : inside(value),
      ]),
    );
    return isIt(part) ? { ...copy, stoppedAt } : copy;
  };
  const isIt = (part: unknown): boolean =>
    typeof part === 'object' &&
    part !== null &&
    'id' in part &&
    part.id === entryId &&
    'stoppedAt' in part &&
    part.stoppedAt === null;
  return inside(kept);
}
