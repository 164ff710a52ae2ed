import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Client } from '@timegrove/contract/client.ts';
import {
  allowConnection,
  readConnectionRequest,
  refuseConnection,
} from '@timegrove/contract/connections.ts';
import { useEffect } from 'react';
import { FrameSkeleton } from '../../shell/frame-skeleton.tsx';
import { Notice } from '../../shell/notice.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import { VisitorFrame } from '../session/visitor-frame.tsx';
import { strangerOf } from './stranger.ts';
import { WhoAsks } from './who-asks.tsx';

interface AskedToConnectProps {
  readonly code: string;
  /** Speaks for the member who is to allow it. */
  readonly ask: Client;
  /** Null for somebody who speaks by a token. */
  readonly email: string | null;
}

/** Shows who asks to be let in, and takes the answer. */
export function AskedToConnect({ code, ask, email }: AskedToConnectProps) {
  const { t } = useLingui();
  const request = useQuery({
    queryKey: ['connection-request', code, email],
    queryFn: () => ask(readConnectionRequest, { params: { code } }),
    retry: false,
    // What became of it meanwhile is told by the answer to allowing it.
    staleTime: Infinity,
  });
  const answering = useMutation({
    mutationFn: async (answer: 'allowed' | 'refused') => {
      await ask(answer === 'allowed' ? allowConnection : refuseConnection, { params: { code } });
      return answer;
    },
  });
  if (answering.isSuccess) return <Answered answer={answering.data} />;
  if (request.isPending) return <FrameSkeleton />;
  if (request.isError) return <NotAsked reason={sentenceOf(request.error)} />;
  const stranger = strangerOf(document.referrer, location.origin, request.data.origin);
  return (
    <VisitorFrame title={t`Allow this connection?`}>
      <WhoAsks request={request.data} code={written(code)} email={email} />
      {stranger !== null && <SentBy stranger={stranger} />}
      {answering.isError && (
        <Notice kind="danger" urgent>
          {sentenceOf(answering.error)}
        </Notice>
      )}
      <div className="connect-deeds">
        <Button
          variant="default"
          disabled={answering.isPending}
          onClick={() => answering.mutate('refused')}
        >
          <Trans>Refuse</Trans>
        </Button>
        {stranger === null && (
          <Button loading={answering.isPending} onClick={() => answering.mutate('allowed')}>
            <Trans>Allow</Trans>
          </Button>
        )}
      </div>
    </VisitorFrame>
  );
}

function SentBy({ stranger }: { readonly stranger: string }) {
  return (
    <Notice kind="danger" urgent title={<Trans>This does not fit together</Trans>}>
      <Trans>
        {stranger} has sent you here, but the request comes from somewhere else. It cannot be
        allowed in this window.
      </Trans>
    </Notice>
  );
}

function NotAsked({ reason }: { readonly reason: string }) {
  const { t } = useLingui();
  return (
    <VisitorFrame title={t`There is nothing to allow`} hint={reason}>
      <Button component="a" href="/connect" variant="default" fullWidth mt="md">
        <Trans>Type another code</Trans>
      </Button>
    </VisitorFrame>
  );
}

function Answered({ answer }: { readonly answer: 'allowed' | 'refused' }) {
  const { t } = useLingui();
  useEffect(() => {
    // Time enough to see what was done. A window that a person opened stays as it is.
    const closing = setTimeout(() => window.close(), 1200);
    return () => clearTimeout(closing);
  }, []);
  return (
    <VisitorFrame title={answer === 'allowed' ? t`Connected` : t`Refused`}>
      <output className="visitor-hint">
        <Trans>You can close this window.</Trans>
      </output>
    </VisitorFrame>
  );
}

/** A code as others show it, however it was typed. */
function written(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(-4)}`.toUpperCase();
}
