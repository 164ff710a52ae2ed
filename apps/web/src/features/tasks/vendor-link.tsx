import { ActionIcon } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconExternalLink } from '@tabler/icons-react';
import type { Task } from '@timegrove/contract/tasks.ts';
import { useProvider } from '../integrations/queries.ts';

interface VendorLinkProps {
  readonly source: Task['source'];
  readonly tabbable?: boolean;
}

/** Opens an imported task at its vendor, where it has an address there. */
export function VendorLink({ source, tabbable = true }: VendorLinkProps) {
  const { t } = useLingui();
  const vendor = useProvider(source?.provider)?.name ?? source?.provider;
  if (source === null || !isWebAddress(source.url)) return null;
  return (
    <ActionIcon
      component="a"
      href={source.url}
      target="_blank"
      rel="noreferrer"
      variant="subtle"
      color="gray"
      tabIndex={tabbable ? 0 : -1}
      aria-label={t`Open in ${vendor}`}
      title={t`Open in ${vendor}`}
      onClick={(event) => event.stopPropagation()}
    >
      <IconExternalLink size={16} />
    </ActionIcon>
  );
}

/** Whether an address from a vendor is safe to link to. */
export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url);
}
