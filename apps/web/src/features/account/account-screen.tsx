import { Trans, useLingui } from '@lingui/react/macro';
import { changeAccount } from '@timegrove/contract/account.ts';
import { api } from '../../shell/api.ts';
import { fit } from '../../shell/fit.ts';
import { Page } from '../../shell/page.tsx';
import { showDone } from '../../shell/refusal.ts';
import { useDeed } from '../../shell/use-deed.ts';
import { useMe } from '../session/queries.ts';
import { AccountForm } from './account-form.tsx';
import { draftOf, settingsOf, type AccountDraft } from './account-draft.ts';
import './account.css';

/** The settings of the account: how it is called, how it counts, and what may be done with time. */
export function AccountScreen() {
  const { t } = useLingui();
  const { account } = useMe();
  const save = useDeed(
    async (draft: AccountDraft) =>
      api(changeAccount, { body: fit(changeAccount.body, settingsOf(draft)) }),
    ['members'],
  );
  return (
    <Page title={t`Account`} hint={<Trans>What you set here holds for everybody in it.</Trans>}>
      <AccountForm
        // What another administrator saves meanwhile is shown, unless this form is being edited.
        stored={draftOf(account)}
        error={save.error}
        busy={save.isPending}
        onEdit={save.reset}
        onSave={async (draft) => {
          await save.mutateAsync(draft);
          showDone(t`Saved`);
        }}
      />
    </Page>
  );
}
