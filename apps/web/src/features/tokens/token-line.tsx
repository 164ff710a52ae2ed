import { Code, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Token } from '@timegrove/contract/tokens.ts';
import '../../shell/lines.css';
import { Tag } from '../../shell/tag.tsx';
import { RevokeButton } from './revoke-button.tsx';
import { useScopeWords } from './scope-words.ts';

/** One token: what it may do, when it was last used, and its end. */
export function TokenLine({ token }: { readonly token: Token }) {
  const { t } = useLingui();
  const words = useScopeWords();
  const scopes = token.scopes.map((scope) => words[scope].name).join(', ');
  const origins = token.origins.join(', ');
  return (
    <li className="line">
      <div className="line-words">
        <Text size="sm" fw={500} truncate title={token.name}>
          <bdi>{token.name}</bdi> <Code>…{token.ending}</Code>
        </Text>
        <Text size="xs" c="dimmed">
          {scopes} · <LastUse token={token} /> · <Expiry token={token} />
        </Text>
        {token.origins.length > 0 && (
          <Text size="xs" c="dimmed">
            <Trans>also from {origins}</Trans>
          </Text>
        )}
      </div>
      {token.expired && (
        <Tag tone="warning">
          <Trans>Expired</Trans>
        </Tag>
      )}
      <RevokeButton token={token} label={t`Revoke ${token.name}`} />
    </li>
  );
}

/** When a token was last used. */
export function LastUse({ token }: { readonly token: Token }) {
  const { i18n } = useLingui();
  if (token.lastUsedAt === null) return <Trans>never used</Trans>;
  const at = i18n.date(token.lastUsedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return <Trans>last used {at}</Trans>;
}

function Expiry({ token }: { readonly token: Token }) {
  const { i18n } = useLingui();
  if (token.expiresAt === null) return <Trans>never expires</Trans>;
  const at = i18n.date(token.expiresAt, { dateStyle: 'medium' });
  return token.expired ? <Trans>expired {at}</Trans> : <Trans>expires {at}</Trans>;
}
