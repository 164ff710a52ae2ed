import { SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ShownDay } from './use-day.ts';
import './view-switch.css';

/** Chooses how the timesheet is looked at. */
export function ViewSwitch({ shown: { view, showView } }: { shown: ShownDay }) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      className="view-switch"
      data-focus="view"
      size="xs"
      aria-label={t`View`}
      value={view === 'calendar-day' ? 'calendar' : view}
      onChange={showView}
      data={[
        { value: 'day', label: t`Day` },
        { value: 'week', label: t`Week` },
        { value: 'calendar', label: t`Calendar` },
      ]}
    />
  );
}
