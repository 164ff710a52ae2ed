import { Anchor, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import '../../shell/lines.css';
import { useMe } from '../session/queries.ts';
import { tokensQuery } from '../tokens/queries.ts';
import { ConnectionLine } from './connection-line.tsx';

/** The other clients that the member has let in, and their ends. */
export function OwnConnections() {
  const { data } = useQuery(tokensQuery(useMe().memberId));
  const letIn = data?.tokens.filter(({ kind }) => kind !== 'api') ?? [];
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>Connections</Trans>
      </legend>
      <Text size="sm" c="dimmed">
        <Trans>
          Browser plugins, desktop apps and web pages that you have let in. If one shows you a code,{' '}
          <Anchor underline="always" size="sm" component={Link} to="/connect">
            type it here
          </Anchor>
          .
        </Trans>
      </Text>
      {data !== undefined && letIn.length === 0 && (
        <Text size="sm">
          <Trans>You have let nothing in yet.</Trans>
        </Text>
      )}
      <ul className="lines">
        {letIn.map((token) => (
          <ConnectionLine key={token.id} token={token} />
        ))}
      </ul>
    </fieldset>
  );
}
