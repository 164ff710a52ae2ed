import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../../shell/notice.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { tokensQuery } from './queries.ts';
import { TokenLine } from './token-line.tsx';

/** The own tokens for the API, and the way to a new one. */
export function OwnTokens() {
  const { data, error } = useQuery(tokensQuery(useMe().memberId));
  const tokens = data?.tokens.filter(({ kind }) => kind === 'api');
  const [making, setMaking] = useState(false);
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>API tokens</Trans>
      </legend>
      <div className="profile-head">
        <Text size="sm" c="dimmed">
          <Trans>
            With a token, programs and scripts act for you. What they can ask is in the{' '}
            <Anchor underline="always" size="sm" href="/api/docs" target="_blank">
              description of the API
            </Anchor>
            .
          </Trans>
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconKey size={14} aria-hidden />}
          onClick={() => setMaking(true)}
        >
          <Trans>New token</Trans>
        </Button>
      </div>
      {error && !data && <Notice kind="danger">{sentenceOf(error)}</Notice>}
      {data === undefined && !error && <Skeleton height={40} aria-busy />}
      {tokens?.length === 0 && (
        <Text size="sm">
          <Trans>You have no tokens yet.</Trans>
        </Text>
      )}
      <ul className="lines">
        {tokens?.map((token) => (
          <TokenLine key={token.id} token={token} />
        ))}
      </ul>
      <NewTokenDialog opened={making} onClose={() => setMaking(false)} />
    </fieldset>
  );
}
