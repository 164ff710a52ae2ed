import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { disconnect } from './queries.ts';

/** Which server the app is signed in at, and the way out. */
export function Connected({ server }: { server: string }) {
  const leaving = useMutation({ mutationFn: disconnect });
  return (
    <div className="desktop-connected">
      <span>
        <Trans>
          Connected to <b>{server}</b>
        </Trans>
      </span>
      <Button
        variant="default"
        size="compact-sm"
        loading={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        <Trans>Sign out</Trans>
      </Button>
    </div>
  );
}
