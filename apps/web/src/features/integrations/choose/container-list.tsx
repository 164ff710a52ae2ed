import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { findContainers, type Container, type Draft } from '../selection.ts';
import { Tag } from '../../../shell/tag.tsx';

const step = 200;

interface ContainerListProps {
  /** How people call several of them. */
  readonly many: string;
  readonly containers: readonly Container[];
  readonly draft: Draft;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
}

/** What can be ticked, with a search; a long list grows as it is asked for. */
export function ContainerList({ many, containers, draft, onTick }: ContainerListProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(step);
  const found = useMemo(() => findContainers(containers, search), [containers, search]);
  const isTicked = (container: Container) => draft.all || draft.ticked.has(container.remoteId);
  const rest = found.length - limit;
  return (
    <div className="choose-list">
      <div className="choose-tools">
        <TextInput
          type="search"
          aria-label={t`Search ${many}`}
          placeholder={t`Search ${many}`}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <TickShown found={found} ticked={found.filter(isTicked).length} onTick={onTick} />
      </div>
      <ul className="choose-items" aria-label={many}>
        {found.slice(0, limit).map((container) => (
          <ContainerItem
            key={container.remoteId}
            container={container}
            ticked={isTicked(container)}
            onTick={(on) => onTick([container.remoteId], on)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setLimit(limit + step)}>
          <Trans>Show {Math.min(rest, step)} more</Trans>
        </Button>
      )}
      {found.length === 0 && (
        <Text size="sm" c="dimmed" p="md" ta="center">
          {containers.length === 0 ? (
            <Trans>This credential sees no {many}.</Trans>
          ) : (
            <Trans>None of the {many} has this in its name.</Trans>
          )}
        </Text>
      )}
    </div>
  );
}

interface TickShownProps {
  readonly found: readonly Container[];
  readonly ticked: number;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
}

function TickShown({ found, ticked, onTick }: TickShownProps) {
  const all = found.length > 0 && ticked === found.length;
  return (
    <Checkbox
      size="sm"
      disabled={found.length === 0}
      checked={all}
      indeterminate={ticked > 0 && !all}
      label={
        <span className="numbers">
          <Trans>All {found.length} shown</Trans>
        </span>
      }
      onChange={() =>
        onTick(
          found.map(({ remoteId }) => remoteId),
          !all,
        )
      }
    />
  );
}

interface ContainerItemProps {
  readonly container: Container;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function ContainerItem({ container, ticked, onTick }: ContainerItemProps) {
  return (
    <li>
      <Checkbox
        size="sm"
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
        label={
          <Group gap="xs" component="span" wrap="nowrap">
            <bdi className="choose-name" title={container.name}>
              {container.name}
            </bdi>
            {container.isNew && (
              <Tag tone="busy">
                <Trans>New</Trans>
              </Tag>
            )}
            <StateBadge state={container.state} />
          </Group>
        }
      />
    </li>
  );
}

function StateBadge({ state }: { readonly state: Container['state'] }) {
  if (state === 'active') return null;
  return (
    <Tag tone="quiet">
      {state === 'completed' && <Trans>Completed</Trans>}
      {state === 'archived' && <Trans>Archived there</Trans>}
      {state === 'deleted' && <Trans>Deleted there</Trans>}
    </Tag>
  );
}
