import { Trans } from '@lingui/react/macro';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface StepLineProps {
  readonly done: boolean;
  readonly hint: ReactNode;
  /** The step as a way to where it is done. */
  readonly children: ReactNode;
}

/** One of the first steps, ticked once it is done. */
export function StepLine({ done, hint, children }: StepLineProps) {
  const Mark = done ? IconCircleCheckFilled : IconCircle;
  return (
    <li className={done ? 'first-step first-step-done' : 'first-step'}>
      <Mark size={20} stroke={1.5} aria-hidden />
      <div>
        <div>
          {children}
          {done && (
            <span className="first-step-word">
              <Trans>Done</Trans>
            </span>
          )}
        </div>
        {!done && <p>{hint}</p>}
      </div>
    </li>
  );
}
