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
