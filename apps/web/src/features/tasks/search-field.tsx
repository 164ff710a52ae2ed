import { CloseButton, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { walkItems } from './walk-items.ts';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly archived: boolean;
}

/** The search over the tree, or over the archived tasks. */
export function SearchField({ value, onChange, archived }: SearchFieldProps) {
  const { t } = useLingui();
  const label = archived ? t`Search the archived tasks` : t`Search all projects and tasks`;
  return (
    <TextInput
      type="search"
      className="projects-search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        value !== '' && (
          <CloseButton aria-label={t`Clear the search`} onClick={() => onChange('')} />
        )
      }
      value={value}
      maxLength={200}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('');
        walkItems(event);
      }}
    />
  );
}
