/** How much room there is for a day. */
export type DayForm = 'long' | 'short';

/** A day in words: “Tuesday, March 10, 2026”, or “Tue, Mar 10”, as a locale writes it. */
export function dayText(day: string, locale: string, form: DayForm = 'long'): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: form,
    day: 'numeric',
    month: form,
    ...(form === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** From one day to another in words: “16 – 22 November 2026”, as a locale writes it. */
export function daysText(days: readonly string[], locale: string, form: DayForm = 'long'): string {
  const [first, last] = [days[0], days.at(-1)].map((day) => new Date(`${day}T00:00:00Z`));
  if (first === undefined || last === undefined) return '';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: form,
    ...(form === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  }).formatRange(first, last);
}
