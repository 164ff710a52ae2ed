import { Button, Code, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { revokeToken, type Token } from '@timegrove/contract/tokens.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import '../../shell/lines.css';
import { Tag } from '../../shell/tag.tsx';
import { useDeed } from '../../shell/use-deed.ts';
import { ConfirmDialog } from '../members/confirm-dialog.tsx';
import { useScopeWords } from './scope-words.ts';

/** One token: what it may do, when it was last used, and its end. */
export function TokenLine({ token }: { readonly token: Token }) {
  const { t } = useLingui();
  const words = useScopeWords();
  const scopes = token.scopes.map((scope) => words[scope].name).join(', ');
  return (
    <li className="line">
      <div className="line-words">
        <Text size="sm" fw={500} truncate title={token.name}>
          <bdi>{token.name}</bdi> <Code>…{token.ending}</Code>
        </Text>
        <Text size="xs" c="dimmed">
          {scopes} · <LastUse token={token} /> · <Expiry token={token} />
        </Text>
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

function LastUse({ token }: { readonly token: Token }) {
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

function RevokeButton({ token, label }: { readonly token: Token; readonly label: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const revoke = useDeed(() => api(revokeToken, { params: { tokenId: token.id } }), ['members']);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        aria-label={label}
        onClick={() => setAsking(true)}
      >
        <Trans>Revoke</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t`Revoke ${token.name}?`}
        confirm={t`Revoke`}
        danger
        busy={revoke.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => revoke.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        <Trans>Whatever uses this token is refused from now on. This cannot be undone.</Trans>
      </ConfirmDialog>
    </>
  );
}
