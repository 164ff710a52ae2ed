import { useLingui } from '@lingui/react/macro';

/** The first of January 2024 was a Monday. */
const weekdays = Array.from({ length: 7 }, (_, nth) => Date.UTC(2024, 0, 1 + nth));

/** The days of the week from Monday to Sunday, in the reader's language. */
export function useWeekdays(form: 'long' | 'short' = 'long'): readonly string[] {
  const { i18n } = useLingui();
  return weekdays.map((at) => i18n.date(new Date(at), { weekday: form, timeZone: 'UTC' }));
}
