import { useLingui } from '@lingui/react/macro';
import { Choice } from '../../shell/choice.tsx';
import type { ShownDay } from './use-day.ts';
import './view-switch.css';

/** Chooses how the timesheet is looked at. */
export function ViewSwitch({ shown: { view, showView } }: { shown: ShownDay }) {
  const { t } = useLingui();
  return (
    <Choice
      className="view-switch"
      data-focus="view"
      label={t`View`}
      value={view === 'calendar-day' ? 'calendar' : view}
      onChoose={showView}
      options={[
        { value: 'day', label: t`Day` },
        { value: 'week', label: t`Week` },
        { value: 'calendar', label: t`Calendar` },
      ]}
    />
  );
}
