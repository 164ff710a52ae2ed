import { addDays, dayOf, readWallTime } from '@timegrove/domain/time/day.ts';
import { parseDuration } from '@timegrove/domain/time/duration.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { parseWallTime } from '@timegrove/domain/time/wall-time.ts';

const since = /^(?:since|from|at|seit|ab|um|od|o)\s+/i;
const ago = /^(?:(?:vor|przed)\s+(.+)|(.+?)\s*(?:ago|temu))$/i;
const unit = /[a-z]/i;
const bare = /^\d{1,4}$/;

/**
 * Reads when something started as people type it: `9`, `9:05` and `since 9:05` are the last time the
 * clock showed that; `20 min`, `20 ago` and `1h 30m ago` are so long ago. Undefined when it is neither.
 */
export function readStart(typed: string, now: number, zone: string): number | undefined {
  const text = typed.trim();
  const told = ago.exec(text);
  if (told !== null) return before(now, lengthAgo((told[1] ?? told[2] ?? '').trim()));
  const time = parseWallTime(text.replace(since, ''));
  if (time !== undefined) return lastAt(time, now, zone);
  return unit.test(text) ? before(now, parseDuration(text)) : undefined;
}

/** The last instant at which the clock in a zone showed a time. */
function lastAt(time: string, now: number, zone: string): number {
  const today = dayOf(now, zone);
  const readings = [0, 1, 2].flatMap((days) => {
    const wall = readWallTime(addDays(today, -days), time, zone);
    return wall.reading === 'twice' ? [wall.instant, wall.later] : [wall.instant];
  });
  return Math.max(...readings.filter((instant) => instant <= now));
}

/** Nobody says “5 ago” for five hours. */
function lengthAgo(text: string): number | undefined {
  return bare.test(text) ? Number(text) * minute : parseDuration(text);
}

function before(now: number, length: number | undefined): number | undefined {
  return length === undefined ? undefined : now - length;
}
