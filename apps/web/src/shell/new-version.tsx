import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { takeNewVersion, useNewVersion } from '../service-worker/register.ts';
import './new-version.css';

/** Says that a newer version of the app is ready, and loads it when asked to. */
export function NewVersion() {
  const ready = useNewVersion();
  return (
    <output className="new-version-place">
      {ready && (
        <span className="new-version">
          <Trans>A new version is ready.</Trans>
          <Button size="compact-sm" variant="default" onClick={takeNewVersion}>
            <Trans>Reload</Trans>
          </Button>
        </span>
      )}
    </output>
  );
}
