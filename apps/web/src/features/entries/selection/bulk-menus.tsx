import { Button, Menu } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCoin, IconTag } from '@tabler/icons-react';
import type { Entry } from '@timegrove/contract/entries.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { tagsQuery } from '../../tags/queries.ts';
import { TagDot } from '../../tags/tag-names.tsx';

/** Makes what is selected billable, or not. */
export function BillableMenu({ onChoose }: { onChoose: (billable: boolean) => void }) {
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCoin size={14} aria-hidden />}
        >
          <Trans>Billable</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose(true)}>
          <Trans>Billable</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => onChoose(false)}>
          <Trans>Not billable</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface TagsMenuProps {
  readonly entries: readonly Entry[];
  /** @param on put it on all, or take it off all */
  readonly onChoose: (tagId: TagId, on: boolean) => void;
}

/** Puts a tag on all that is selected; one that all have is taken off. */
export function TagsMenu({ entries, onChoose }: TagsMenuProps) {
  const known = useQuery(tagsQuery).data;
  const tags = known?.tags.filter((tag) => !tag.archived) ?? [];
  const allHave = (id: TagId): boolean => entries.every((entry) => entry.tagIds.includes(id));
  return (
    <Menu position="bottom-start" width={220} withinPortal={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconTag size={14} aria-hidden />}>
          <Trans>Tags</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="bulk-tags">
        {tags.length === 0 && (
          <Menu.Label>
            <Trans>There are no tags yet.</Trans>
          </Menu.Label>
        )}
        {tags.map(({ id, name, color }) => (
          <Menu.CheckboxItem key={id} checked={allHave(id)} onChange={(on) => onChoose(id, on)}>
            <span className="tag-option">
              <TagDot color={color} />
              {name}
            </span>
          </Menu.CheckboxItem>
        ))}
        {known?.mayChange === true && (
          <Menu.Item component={Link} to="/settings/tags">
            <Trans>Manage tags…</Trans>
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
