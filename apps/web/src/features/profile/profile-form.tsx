import { useQueryClient } from '@tanstack/react-query';
import { changeMe } from '@timegrove/contract/session.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { SettingsForm } from '../../shell/settings-form.tsx';
import { useDeed } from '../../shell/use-deed.ts';
import { meQuery, useMe } from '../session/queries.ts';
import { draftOf, profileOf, type ProfileDraft } from './profile-draft.ts';
import { HabitFields } from './habit-fields.tsx';
import { PersonFields } from './person-fields.tsx';

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
  const me = useMe();
  const saving = useSaveProfile();
  return (
    <SettingsForm className="profile" stored={draftOf(me)} saving={saving}>
      {(fields) => (
        <>
          <PersonFields {...fields} />
          <HabitFields {...fields} />
        </>
      )}
    </SettingsForm>
  );
}
