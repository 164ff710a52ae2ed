import { Button, Skeleton, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Tag } from '@timegrove/contract/tags.ts';
import { useState } from 'react';
import { NothingYet } from '../../shell/nothing-yet.tsx';
import { Page } from '../../shell/page.tsx';
import { Unexpected } from '../../shell/unexpected-screen.tsx';
import { tagsQuery } from './queries.ts';
import { TagLine } from './tag-line.tsx';
import { TagNames } from './tag-names.tsx';
import { useAddTag } from './use-add-tag.ts';
import './tags.css';

/** The tags of the account: for who looks after others to change, for everybody to look at. */
export function TagsScreen() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(tagsQuery);
  return (
    <Page title={t`Tags`} hint={t`Words to put on entries and tasks, for the whole account`}>
      {error !== null && data === undefined && (
        <Unexpected error={error} reset={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton height={120} aria-busy />}
      {data?.mayChange === true && <AddTag />}
      {data?.tags.length === 0 && (
        <NothingYet icon={<IconTag size={24} />} title={t`No tags yet`}>
          <Trans>
            Tags cut across projects: what was urgent, where it was done, whom it was for.
          </Trans>
        </NothingYet>
      )}
      {data !== undefined &&
        (data.mayChange ? (
          <TagLists tags={data.tags} />
        ) : (
          <TagNames tagIds={data.tags.map(({ id }) => id)} />
        ))}
    </Page>
  );
}

function AddTag() {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const { mutate, isPending } = useAddTag();
  return (
    <form
      className="tag-add"
      onSubmit={(event) => {
        event.preventDefault();
        // The next one may be typed already when the answer comes.
        const onSuccess = (): void => setName((now) => (now === name ? '' : now));
        if (name.trim() !== '') mutate(name.trim(), { onSuccess });
      }}
    >
      <TextInput
        aria-label={t`New tag`}
        placeholder={t`New tag`}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" loading={isPending} disabled={name.trim() === ''}>
        <Trans>Add tag</Trans>
      </Button>
    </form>
  );
}

function TagLists({ tags }: { tags: readonly Tag[] }) {
  const [active, archived] = [
    tags.filter((tag) => !tag.archived),
    tags.filter((tag) => tag.archived),
  ];
  return (
    <>
      <TagList tags={active} />
      {archived.length > 0 && (
        <>
          <Title order={2} className="tag-archived">
            <Trans>Archived</Trans>
          </Title>
          <TagList tags={archived} />
        </>
      )}
    </>
  );
}

function TagList({ tags }: { tags: readonly Tag[] }) {
  return (
    <ul className="tag-lines">
      {tags.map((tag) => (
        <TagLine key={tag.id} tag={tag} />
      ))}
    </ul>
  );
}
