import { useLingui } from '@lingui/react/macro';

/** What the buttons of a calendar are called, for those who hear the screen. */
export function useCalendarWords() {
  const { t } = useLingui();
  return {
    nextMonth: t`Next month`,
    previousMonth: t`Previous month`,
    nextYear: t`Next year`,
    previousYear: t`Previous year`,
    nextDecade: t`Next ten years`,
    previousDecade: t`Previous ten years`,
  };
}
