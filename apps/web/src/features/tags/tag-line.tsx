import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { changeTag, type Tag } from '@timegrove/contract/tags.ts';
import type { Input } from '@timegrove/contract/endpoint.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { useColors } from '../../shell/use-colors.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { TagDot } from './tag-names.tsx';

type Change = Input<typeof changeTag>['body'];

/** One tag to rename, colour, archive or bring back. */
export function TagLine({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  const { mutate } = useDeed(
    (body: Change) => api(changeTag, { params: { tagId: tag.id }, body }),
    ['tags'],
  );
  return (
    <li className="tag-line">
      <ColorMenu tag={tag} onChoose={(color) => mutate({ color })} />
      <NameField
        key={tag.name}
        tag={tag}
        onRename={(name, undo) => mutate({ name }, { onError: undo })}
      />
      <Button
        size="compact-sm"
        variant="default"
        aria-label={tag.archived ? t`Bring ${tag.name} back` : t`Archive ${tag.name}`}
        onClick={() => mutate({ archived: !tag.archived })}
      >
        {tag.archived ? <Trans>Bring back</Trans> : <Trans>Archive</Trans>}
      </Button>
    </li>
  );
}

interface NameFieldProps {
  readonly tag: Tag;
  readonly onRename: (name: string, undo: () => void) => void;
}

function NameField({ tag, onRename }: NameFieldProps) {
  const { t } = useLingui();
  const [name, setName] = useState(tag.name);
  const back = (): void => setName(tag.name);
  const keep = (): void => {
    const typed = name.trim();
    if (typed === '') back();
    else if (typed !== tag.name) onRename(typed, back);
  };
  return (
    <TextInput
      className="tag-line-name"
      aria-label={t`Name of ${tag.name}`}
      value={name}
      maxLength={60}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') back();
      }}
    />
  );
}

interface ColorMenuProps {
  readonly tag: Tag;
  readonly onChoose: (color: string | null) => void;
}

function ColorMenu({ tag, onChoose }: ColorMenuProps) {
  const { t } = useLingui();
  const colors = useColors();
  return (
    <Menu position="bottom-start" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t`Colour of ${tag.name}`}>
          <TagDot color={tag.color} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={tag.color ?? ''}
          onChange={(color) => onChoose(color === '' ? null : color)}
        >
          {[{ value: '', name: t`no colour` }, ...colors].map(({ value, name }) => (
            <Menu.RadioItem key={value} value={value}>
              <span className="tag-option">
                <TagDot color={value === '' ? null : value} />
                {name}
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
