import { useLingui } from '@lingui/react/macro';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../session/queries.ts';
import { NotificationSetting } from '../timers/notification/notification-setting.tsx';
import { OwnConnections } from '../connections/own-connections.tsx';
import { OwnTokens } from '../tokens/own-tokens.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import './profile.css';
import { Sessions } from './sessions.tsx';

/** What a member says about themselves, and who else may act for them. */
export function ProfileScreen() {
  const { t } = useLingui();
  const { email } = useMe();
  return (
    <Page title={t`Profile`} hint={email}>
      <div className="profile">
        <ProfileForm />
        <NotificationSetting />
        <PasswordForm />
        <OwnConnections />
        <OwnTokens />
        <Sessions />
      </div>
    </Page>
  );
}
