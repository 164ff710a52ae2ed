import { Tabs } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../shell/page.tsx';
import { useMe } from '../session/queries.ts';
import { Groups } from './groups/groups.tsx';
import { Invitations } from './invitations/invitations.tsx';
import { InviteButton } from './invitations/invite-button.tsx';
import { Members } from './list/members.tsx';
import './people.css';
import { peopleTabs } from './people-tabs.ts';
import { invitationsQuery, membersQuery } from './queries.ts';

/** Everybody in the account; administrators invite, group, change roles and deactivate here. */
export function PeopleScreen() {
  const { t } = useLingui();
  const administrator = useMe().role === 'administrator';
  const { data } = useQuery(membersQuery);
  const { tab = 'members' } = useSearch({ from: '/signed-in/people' });
  const navigate = useNavigate();
  const active = data?.members.filter((member) => member.active).length ?? 0;
  return (
    <Page
      title={t`People`}
      hint={data && <Plural value={active} one="# active member" other="# active members" />}
      actions={administrator && <InviteButton />}
    >
      <Tabs
        value={tab === 'invitations' && !administrator ? 'members' : tab}
        keepMounted={false}
        onChange={(chosen) => {
          const next = peopleTabs.find((known) => known === chosen);
          void navigate({ to: '/people', search: { tab: next }, replace: true });
        }}
      >
        <Tabs.List mb="sm">
          <Tabs.Tab value="members">
            <Trans>Members</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="groups">
            <Trans>Groups</Trans>
          </Tabs.Tab>
          {administrator && (
            <Tabs.Tab value="invitations">
              <Trans>Invitations</Trans> <OpenInvitations />
            </Tabs.Tab>
          )}
        </Tabs.List>
        <Tabs.Panel value="members">
          <Members />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <Groups />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <Invitations />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function OpenInvitations() {
  const { data } = useQuery(invitationsQuery);
  const open = data?.invitations.length ?? 0;
  return open === 0 ? null : <span className="people-count numbers">{open}</span>;
}
