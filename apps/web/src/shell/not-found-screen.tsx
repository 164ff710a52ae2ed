import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMap2 } from '@tabler/icons-react';
import { Page } from './page.tsx';
import { NothingYet } from './nothing-yet.tsx';

/** Shown for an address that leads nowhere. */
export function NotFoundScreen() {
  const { t } = useLingui();
  return (
    <Page title={t`Page not found`}>
      <NothingYet
        icon={<IconMap2 size={22} />}
        title={<Trans>There is nothing at this address</Trans>}
        action={
          <Button component="a" href="/" variant="default">
            <Trans>Go to the timesheet</Trans>
          </Button>
        }
      >
        <Trans>The link may be old, or a letter of it got lost.</Trans>
      </NothingYet>
    </Page>
  );
}
