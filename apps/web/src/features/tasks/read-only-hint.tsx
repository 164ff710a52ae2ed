import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useProvider } from '../integrations/queries.ts';

/** Says kindly where the structure of an imported task is changed. */
export function ReadOnlyHint({ source }: { readonly source: NonNullable<Task['source']> }) {
  const vendor = useProvider(source.provider)?.name ?? source.provider;
  return (
    <Text size="xs" c="dimmed">
      {source.kind === 'root' ? (
        <Trans>It keeps its name and place as long as {vendor} is linked.</Trans>
      ) : (
        <Trans>
          This comes from {vendor}, so its name, place and state are changed there; here it follows.
        </Trans>
      )}
    </Text>
  );
}
