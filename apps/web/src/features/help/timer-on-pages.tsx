import { Code, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

const markup = (server: string): string => `<script src="${server}/native-plugin.js" async></script>
<timegrove-timer provider="…" item="task_123"></timegrove-timer>
<timegrove-timer data-note="Ticket 42"></timegrove-timer>`;

/** How somebody puts the timer into the pages of a tool of their own. */
export function TimerOnPages() {
  return (
    <section>
      <Title order={2}>
        <Trans>The timer on your own pages</Trans>
      </Title>
      <p>
        <Trans>
          Whoever makes the pages of a tool can put the timer into them: for an item that an
          integration has imported, or for anything with a note. The first press asks each member to
          allow it; under <strong>Connections</strong> in the profile it can be revoked.
        </Trans>
      </p>
      <Code block tabIndex={0}>
        {markup(location.origin)}
      </Code>
      <p>
        <Trans>
          A page with a Content-Security-Policy has to allow <Code>{location.origin}</Code> in{' '}
          <Code>script-src</Code>, and better in <Code>connect-src</Code> too.
        </Trans>
      </p>
    </section>
  );
}
