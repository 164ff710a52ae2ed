import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { newId } from '@timegrove/contract/new-id.ts';
import { addToken } from '@timegrove/contract/tokens.ts';
import { tokenScopes, type TokenScope } from '@timegrove/domain/people/token-scope.ts';
import { useState } from 'react';
import type { z } from 'zod';
import { api } from '../../shell/api.ts';
import { fieldErrors, showRefusal } from '../../shell/refusal.ts';
import { useMe } from '../session/queries.ts';
import { ExpiryFields } from './expiry-fields.tsx';
import { expiresAtOf, usualExpiry, type Expiry } from './expiry.ts';
import { originsOf } from './origins.ts';
import { useScopeWords } from './scope-words.ts';

interface NewTokenFormProps {
  readonly onMade: (secret: string) => void;
  readonly onCancel: () => void;
}

function useAddToken(onMade: (secret: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Omit<z.input<typeof addToken.body>, 'id'>) =>
      api(addToken, { body: { id: newId<'token'>(), ...given } }),
    onError: (error) => {
      if (Object.keys(fieldErrors(error)).length === 0) showRefusal(error);
    },
    onSuccess: async ({ secret }) => {
      onMade(secret);
      await client.invalidateQueries({ queryKey: ['members', 'tokens'] });
    },
  });
}

/** Asks for what a new token is for, what it may do, and how long. */
export function NewTokenForm({ onMade, onCancel }: NewTokenFormProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<TokenScope[]>(['read']);
  const [pages, setPages] = useState('');
  const [expiry, setExpiry] = useState<Expiry>(usualExpiry);
  const making = useAddToken(onMade);
  const errors = fieldErrors(making.error);
  const expiresAt = expiresAtOf(expiry, useMe().zone);
  const incomplete = name.trim() === '' || scopes.length === 0 || expiresAt === undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (expiresAt === undefined) return;
        making.mutate({ name, scopes, expiresAt, origins: originsOf(pages) });
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t`Name`}
          description={t`What it is for, e.g. the script that uses it`}
          autoComplete="off"
          maxLength={100}
          value={name}
          error={errors['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ScopeFields scopes={scopes} onChange={setScopes} />
        <PagesField pages={pages} errors={errors} onChange={setPages} />
        <ExpiryFields expiry={expiry} error={errors['expiresAt']} onChange={setExpiry} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={making.isPending} disabled={incomplete}>
            <Trans>Make the token</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ScopeFieldsProps {
  readonly scopes: readonly TokenScope[];
  readonly onChange: (scopes: TokenScope[]) => void;
}

function ScopeFields({ scopes, onChange }: ScopeFieldsProps) {
  const { t } = useLingui();
  const words = useScopeWords();
  const all = scopes.includes('everything');
  return (
    <Checkbox.Group
      label={t`What it may do`}
      value={all ? [...tokenScopes] : [...scopes]}
      onChange={(chosen) =>
        onChange(tokenScopes.filter((scope) => chosen.some((one) => one === scope)))
      }
    >
      <Stack gap="xs" mt={6}>
        {tokenScopes.map((scope) => (
          <Checkbox
            key={scope}
            value={scope}
            label={words[scope].name}
            description={words[scope].means}
            disabled={all && scope !== 'everything'}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface PagesFieldProps {
  readonly pages: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (pages: string) => void;
}

function PagesField({ pages, errors, onChange }: PagesFieldProps) {
  const { t } = useLingui();
  return (
    <Textarea
      label={t`Web pages that may use it`}
      description={t`Their addresses, one a line. Programs and scripts need none.`}
      placeholder="https://tool.example"
      autosize
      minRows={1}
      maxRows={5}
      value={pages}
      error={Object.entries(errors).find(([field]) => field.startsWith('origins'))?.[1]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
