import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { changeMe } from '@timegrove/contract/session.ts';
import { useState } from 'react';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { fieldErrors, showDone } from '../../shell/refusal.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { meQuery, useMe } from '../session/queries.ts';
import { draftOf, profileOf, type ProfileDraft } from './profile-draft.ts';
import { HabitFields } from './habit-fields.tsx';
import { PersonFields } from './person-fields.tsx';

/** What a group of fields works on. */
export interface FieldsProps {
  readonly draft: ProfileDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (change: Partial<ProfileDraft>) => void;
}

function useSaveProfile() {
  const client = useQueryClient();
  return useDeed(
    async (draft: ProfileDraft) => {
      const changed = await api(changeMe, { body: fit(changeMe.body, profileOf(draft)) });
      client.setQueryData(meQuery.queryKey, changed);
    },
    ['members'],
  );
}

/** Edits the own profile and saves it all at once. */
export function ProfileForm() {
  const { t } = useLingui();
  const me = useMe();
  const [edited, setEdited] = useState<Partial<ProfileDraft>>({});
  const save = useSaveProfile();
  // What is saved in another window meanwhile is shown, unless it is being edited here.
  const draft = { ...draftOf(me), ...edited };
  const edit = (next: Partial<ProfileDraft>): void => {
    setEdited(next);
    save.reset();
  };
  const fields = {
    draft,
    errors: fieldErrors(save.error),
    onChange: (change: Partial<ProfileDraft>) => edit({ ...edited, ...change }),
  };
  const untouched = Object.keys(edited).length === 0;
  return (
    <form
      className="profile"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, {
          onSuccess: () => {
            setEdited({});
            showDone(t`Saved`);
          },
        });
      }}
    >
      <PersonFields {...fields} />
      <HabitFields {...fields} />
      <Group gap="xs">
        <Button type="submit" loading={save.isPending} disabled={untouched}>
          <Trans>Save</Trans>
        </Button>
        {!untouched && (
          <Button variant="subtle" color="gray" onClick={() => edit({})}>
            <Trans>Undo changes</Trans>
          </Button>
        )}
      </Group>
    </form>
  );
}
