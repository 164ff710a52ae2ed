const hour = 3_600_000;

/**
 * When an integration syncs next: at its own second of the hour, so that all accounts' runs are
 * spread (rule 17), and at least half an hour after `after`.
 * @param id any id; the same one always gives the same second of the hour
 */
export function nextHourlyRun(id: string, after: Date): Date {
  const offset = secondOfHour(id) * 1000;
  const earliest = after.getTime() + hour / 2;
  const next = Math.floor(earliest / hour) * hour + offset;
  return new Date(next < earliest ? next + hour : next);
}

function secondOfHour(id: string): number {
  let second = 7;
  for (let index = 0; index < id.length; index += 1)
    second = (second * 31 + id.charCodeAt(index)) % 3600;
  return second;
}
