import { Trans, useLingui } from '@lingui/react/macro';
import { changeAccount } from '@timegrove/contract/account.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { Page } from '../../shell/page.tsx';
import { SettingsForm } from '../../shell/settings-form.tsx';
import { useDeed } from '../../shell/use-deed.ts';
import { useMe } from '../session/queries.ts';
import { draftOf, settingsOf, type AccountDraft } from './account-draft.ts';
import { PlaceFields } from './place-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import './account.css';

/** The settings of the account: how it is called, how it counts, and what may be done with time. */
export function AccountScreen() {
  const { t } = useLingui();
  const { account } = useMe();
  const saving = useDeed(
    async (draft: AccountDraft) =>
      api(changeAccount, { body: fit(changeAccount.body, settingsOf(draft)) }),
    ['members'],
  );
  return (
    <Page title={t`Account`} hint={<Trans>What you set here holds for everybody in it.</Trans>}>
      <SettingsForm className="account-form" stored={draftOf(account)} saving={saving}>
        {(fields) => (
          <>
            <PlaceFields {...fields} />
            <TimeFields {...fields} />
          </>
        )}
      </SettingsForm>
    </Page>
  );
}
