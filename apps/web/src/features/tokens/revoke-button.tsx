import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { revokeToken, type Token } from '@timegrove/contract/tokens.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { ConfirmDialog } from '../members/confirm-dialog.tsx';

/** Revokes a token after a question. */
export function RevokeButton({ token, label }: { readonly token: Token; readonly label: string }) {
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
