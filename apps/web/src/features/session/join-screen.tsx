import { Button, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FrameSkeleton } from '../../shell/frame-skeleton.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { JoinForm } from './join-form.tsx';
import { invitationQuery } from './queries.ts';
import { VisitorFrame } from './visitor-frame.tsx';

const route = getRouteApi('/join/$token');

/** Where an invitation's link leads: joins the account, or says that the link has ended. */
export function JoinScreen() {
  const { t } = useLingui();
  const { token } = route.useParams();
  const invitation = useQuery(invitationQuery(token));
  if (invitation.isPending) return <FrameSkeleton />;
  if (invitation.isSuccess) return <JoinForm token={token} invitation={invitation.data} />;
  return (
    <VisitorFrame title={t`This invitation does not open`}>
      <Text mt="sm">{sentenceOf(invitation.error)}</Text>
      <Button component={Link} to="/" variant="default" fullWidth mt="md">
        <Trans>Go to sign in</Trans>
      </Button>
    </VisitorFrame>
  );
}
