import { hour, minute } from './span.ts';

const clock = /^(\d{0,4}):([0-5]\d)(?::([0-5]\d))?$/;
const hours = '(?:h|hrs?|hours?|std\\.?|stunden?)';
const minutes = '(?:m|mins?\\.?|minutes?|minuten?)';
const inHours = new RegExp(`^(\\d{0,4}[.,]\\d{1,4}|\\d{1,4})\\s*${hours}$`, 'i');
const inMinutes = new RegExp(`^(\\d{1,5})\\s*${minutes}$`, 'i');
const inBoth = new RegExp(`^(\\d{1,4})\\s*${hours}\\s*([0-5]?\\d)\\s*${minutes}?$`, 'i');
const decimal = /^\d{0,4}[.,]\d{1,4}$/;
const whole = /^\d{1,4}$/;

/** A bare whole number up to this one is hours, a larger one is minutes. */
const mostBareHours = 12;

/**
 * Reads a length of time as people type it, in milliseconds; undefined when it is none.
 *
 * - `1:30`, `:45`, `0:01:05`: hours, minutes and seconds.
 * - `1.5`, `1,5`, `,5`, `1.5h`: a number with a decimal sign is hours, rounded to whole minutes.
 * - `2h`, `90m`, `90 min`, `1h 30`, `1h30m`, `2 Std. 5 Min.`: with units.
 * - `8`, `45`: a bare whole number up to 12 is hours, from 13 on it is minutes. Nobody types 8 for
 *   eight minutes of work or 45 for two days of it; a field shows what it understood while typing.
 */
export function parseDuration(typed: string): number | undefined {
  const text = typed.trim();
  const parts = clock.exec(text);
  if (parts) return length(parts[1], parts[2]) + Number(parts[3] ?? 0) * 1000;
  const both = inBoth.exec(text);
  if (both) return length(both[1], both[2]);
  const some = inHours.exec(text)?.[1];
  if (some !== undefined) return decimalHours(some);
  const few = inMinutes.exec(text)?.[1];
  if (few !== undefined) return Number(few) * minute;
  return decimal.test(text) ? decimalHours(text) : bareNumber(text);
}

/** A length in whole minutes, rounded: `1:30`, or in words `1 h 30 min`. Below zero counts as zero. */
export function formatDuration(duration: number, form: 'clock' | 'words' = 'clock'): string {
  const total = Math.max(0, Math.round(duration / minute));
  const full = Math.trunc(total / 60);
  const rest = total % 60;
  if (form === 'clock') return `${full}:${pad(rest)}`;
  if (full === 0) return `${rest} min`;
  return rest === 0 ? `${full} h` : `${full} h ${rest} min`;
}

/**
 * The time since a start as a running clock shows it: `0:01:05`, in seconds that are full. It is
 * computed from the start each time, never counted up; a clock that is behind shows zero.
 */
export function formatElapsed(start: number, now: number): string {
  const seconds = Math.max(0, Math.trunc((now - start) / 1000));
  return `${Math.trunc(seconds / 3600)}:${pad(Math.trunc(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

function bareNumber(text: string): number | undefined {
  if (!whole.test(text)) return undefined;
  const value = Number(text);
  return value * (value <= mostBareHours ? hour : minute);
}

function decimalHours(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * 60) * minute;
}

function length(typedHours: string | undefined, typedMinutes: string | undefined): number {
  return Number(typedHours ?? 0) * hour + Number(typedMinutes ?? 0) * minute;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
