import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { said } from '../../shell/said.ts';
import type { Demo } from './queries.ts';

interface DemoLoginsProps {
  readonly demo: Demo;
  readonly onPick: (login: { email: string; password: string }) => void;
}

/** The log-ins of a demo server; a click fills one in. */
export function DemoLogins({ demo, onPick }: DemoLoginsProps) {
  return (
    <div className="visitor-demo">
      <p>
        <Trans>This is a demo. Fill in a log-in of the sample team:</Trans>
      </p>
      <div className="visitor-logins">
        {demo.logins.map((login) => (
          <Button
            key={login.email}
            size="xs"
            variant="default"
            onClick={() => onPick({ email: login.email, password: login.password })}
          >
            {said(login.role)}
          </Button>
        ))}
      </div>
    </div>
  );
}
