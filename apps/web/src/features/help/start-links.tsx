import { Code, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';

/** How a link is made that starts the timer on a task. */
export function StartLinks() {
  return (
    <section>
      <Title order={2}>
        <Trans>Start by a link</Trans>
      </Title>
      <p>
        <Trans>
          A link can start the timer on a task. Keep it as a bookmark, put it into a ticket or a
          document, or onto a key of your computer. Whoever opens it tracks their own time.
        </Trans>
      </p>
      <ol>
        <li>
          <Trans>
            Open <strong>Projects</strong>, then the menu of a task, and press{' '}
            <strong>Copy start link</strong>.
          </Trans>
        </li>
        <li>
          <Trans>
            To have a note stand on the time as well, write it at the end:{' '}
            <Code>&amp;note=Stand-up</Code>
          </Trans>
        </li>
      </ol>
      <p>
        <Trans>
          The link <Code>{`${location.origin}/start?note=…`}</Code> asks for a task first.
        </Trans>
      </p>
    </section>
  );
}
