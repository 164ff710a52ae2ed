import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Token } from '@timegrove/contract/tokens.ts';
import '../../shell/lines.css';
import { Tag } from '../../shell/tag.tsx';
import { RevokeButton } from '../tokens/revoke-button.tsx';
import { LastUse } from '../tokens/token-line.tsx';
import { useKindWords } from './kind-words.ts';

/** One client that was let in: what and where it is, when it was last used, and its end. */
export function ConnectionLine({ token }: { readonly token: Token }) {
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
