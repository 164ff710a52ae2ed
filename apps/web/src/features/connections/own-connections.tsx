import { Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Token } from '@timegrove/contract/tokens.ts';
import '../../shell/lines.css';
import { Tag } from '../../shell/tag.tsx';
import { useMe } from '../session/queries.ts';
import { tokensQuery } from '../tokens/queries.ts';
import { RevokeButton } from '../tokens/revoke-button.tsx';
import { LastUse } from '../tokens/token-line.tsx';
import { useKindWords } from './kind-words.ts';

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

function ConnectionLine({ token }: { readonly token: Token }) {
  const { t, i18n } = useLingui();
  const words = useKindWords();
  const [origin] = token.origins;
  const name = origin ?? token.name;
  const since = i18n.date(token.createdAt, { dateStyle: 'medium' });
  return (
    <li className="line">
      <div className="line-words">
        <Text size="sm" fw={500} truncate title={name}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {token.kind !== 'api' && words[token.kind]} · <Trans>since {since}</Trans> ·{' '}
          <LastUse token={token} />
        </Text>
      </div>
      {token.expired && (
        <Tag tone="warning">
          <Trans>Expired</Trans>
        </Tag>
      )}
      <RevokeButton token={token} label={t`Revoke ${name}`} />
    </li>
  );
}
