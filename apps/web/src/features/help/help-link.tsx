import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ProviderView } from '@timegrove/contract/integrations.ts';

interface HelpLinkProps {
  readonly provider: ProviderView;
  /** Beside a form: what was typed stays, and the help opens beside it. */
  readonly beside?: boolean;
}

/** The way to the help page of a vendor. */
export function HelpLink({ provider, beside = false }: HelpLinkProps) {
  const { t } = useLingui();
  return (
    <Anchor
      underline="always"
      size="sm"
      aria-label={t`How it works: ${provider.name}`}
      renderRoot={(props) => (
        <Link
          to="/help/$provider"
          params={{ provider: provider.id }}
          {...(beside && { hash: 'enable', target: '_blank' })}
          {...props}
        />
      )}
    >
      <Trans>How it works</Trans>
    </Anchor>
  );
}
