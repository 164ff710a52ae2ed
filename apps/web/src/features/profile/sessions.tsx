import { Button, Skeleton, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { queryOptions, useQuery } from '@tanstack/react-query';
import {
  endOtherSessions,
  endSession,
  listSessions,
  type OwnSession,
} from '@timegrove/contract/sessions.ts';
import { api } from '../../shell/api.ts';
import { Notice } from '../../shell/notice.tsx';
import { sentenceOf } from '../../shell/refusal.ts';
import '../../shell/lines.css';
import { Tag } from '../../shell/tag.tsx';
import { useDeed } from '../../shell/use-deed.ts';

const sessionsQuery = queryOptions({
  queryKey: ['members', 'sessions'],
  queryFn: () => api(listSessions),
});

/** Where one is signed in, and the ends of it. */
export function Sessions() {
  const { data, error } = useQuery(sessionsQuery);
  const endOthers = useDeed(() => api(endOtherSessions), ['members']);
  return (
    <fieldset className="profile-section">
      <legend>
        <Trans>Sessions</Trans>
      </legend>
      <div className="profile-head">
        <Text size="sm" c="dimmed">
          <Trans>The browsers in which you are signed in.</Trans>
        </Text>
        {data !== undefined && data.sessions.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate(undefined)}
          >
            <Trans>End all others</Trans>
          </Button>
        )}
      </div>
      {error && !data && <Notice kind="danger">{sentenceOf(error)}</Notice>}
      {data === undefined && !error && <Skeleton height={40} aria-busy />}
      <ul className="lines">
        {data?.sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </fieldset>
  );
}

function SessionLine({ session }: { readonly session: OwnSession }) {
  const { t, i18n } = useLingui();
  const end = useDeed(() => api(endSession, { params: { sessionId: session.id } }), ['members']);
  const name =
    [session.browser, session.system].filter((part) => part !== null).join(' · ') ||
    t`Unknown browser`;
  const since = i18n.date(session.startedAt, { dateStyle: 'medium', timeStyle: 'short' });
  const seen = i18n.date(session.seenAt, { dateStyle: 'medium' });
  return (
    <li className="line">
      <div className="line-words">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          <Trans>
            since {since} · last seen {seen}
          </Trans>
          {session.address !== null && ` · ${session.address}`}
        </Text>
      </div>
      {session.current ? (
        <Tag tone="good">
          <Trans>This session</Trans>
        </Tag>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t`End the session: ${name}, since ${since}`}
          loading={end.isPending}
          onClick={() => end.mutate(undefined)}
        >
          <Trans context="deed">End</Trans>
        </Button>
      )}
    </li>
  );
}
