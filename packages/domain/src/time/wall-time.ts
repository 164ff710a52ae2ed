const withMark = /^(\d{1,2})[:.h](\d{2})\s*(?:([ap])(?:\.?m\.?)?)?$/i;
const bare = /^(\d{1,4})\s*(?:([ap])(?:\.?m\.?)?)?$/i;

/**
 * Reads a time of day as people type it: `9`, `9:05`, `9.05`, `9h05`, `905`, `0905`, `9:05 pm`,
 * `9p`. Gives `HH:MM`, or undefined when it is none. `24:00` is none: that is `00:00` of the next day.
 */
export function parseWallTime(typed: string): string | undefined {
  const text = typed.trim();
  const marked = withMark.exec(text);
  if (marked) return wallTime(Number(marked[1]), Number(marked[2]), marked[3]);
  const plain = bare.exec(text);
  if (!plain) return undefined;
  const digits = plain[1] ?? '';
  return digits.length <= 2
    ? wallTime(Number(digits), 0, plain[2])
    : wallTime(Number(digits.slice(0, -2)), Number(digits.slice(-2)), plain[2]);
}

function wallTime(typedHour: number, minute: number, half: string | undefined): string | undefined {
  const hour = hourOfDay(typedHour, half?.toLowerCase());
  if (hour === undefined || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOfDay(typed: number, half: string | undefined): number | undefined {
  if (half === undefined) return typed <= 23 ? typed : undefined;
  if (typed < 1 || typed > 12) return undefined;
  return (typed % 12) + (half === 'p' ? 12 : 0);
}
