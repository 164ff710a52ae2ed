import { MultiSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Tag } from '@timegrove/contract/tags.ts';
import type { TagId } from '@timegrove/domain/id.ts';
import { useState } from 'react';
import { tagsQuery } from './queries.ts';
import { TagDot } from './tag-names.tsx';
import { useAddTag } from './use-add-tag.ts';

interface TagFieldProps {
  readonly value: readonly TagId[];
  readonly onChange: (tagIds: readonly TagId[]) => void;
}

/** The value of the line that makes a tag of what was typed. */
const fresh = 'new';

/** Chooses tags; who may make new ones does so by typing a name that is not there yet. */
export function TagField({ value, onChange }: TagFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const known = useQuery(tagsQuery).data;
  const { tags, mayChange } = known ?? { tags: [], mayChange: false };
  const addTag = useAddTag();
  const name = typed.trim();
  const offered = tags.filter((tag) => !tag.archived || value.includes(tag.id));
  const makes = mayChange && name !== '' && !tags.some((tag) => isCalled(tag, name));
  const choose = (chosen: readonly string[]): void => {
    setTyped('');
    const put = tags.flatMap((tag) => (chosen.includes(tag.id) ? tag.id : []));
    onChange(put);
    if (chosen.includes(fresh)) {
      addTag.mutate(name, { onSuccess: (tag) => onChange([...put, tag.id]) });
    }
  };
  return (
    <MultiSelect
      label={t`Tags`}
      placeholder={value.length > 0 ? '' : mayChange ? t`Choose, or type a new one` : t`Choose`}
      data={[
        ...offered.map((tag) => ({ value: tag.id, label: tag.name })),
        ...(makes ? [{ value: fresh, label: t`Add “${name}”` }] : []),
      ]}
      filter={({ options }) => options.filter((option) => fits(option, name))}
      renderOption={({ option }) => (
        <Option tag={tags.find(({ id }) => id === option.value)} label={option.label} />
      )}
      value={[...value]}
      onChange={choose}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      hidePickedOptions
      maxValues={20}
      nothingFoundMessage={name === '' ? undefined : t`There is no such tag.`}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function Option({ tag, label }: { tag: Tag | undefined; label: string }) {
  return (
    <span className="tag-option">
      {tag !== undefined && <TagDot color={tag.color} />}
      {label}
    </span>
  );
}

function isCalled(tag: Tag, name: string): boolean {
  return tag.name.toLocaleLowerCase() === name.toLocaleLowerCase();
}

function fits(option: object, name: string): boolean {
  if (!('value' in option) || !('label' in option)) return false;
  const label = String(option.label).toLocaleLowerCase();
  return option.value === fresh || label.includes(name.toLocaleLowerCase());
}
