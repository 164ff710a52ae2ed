import { Button } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useBackground } from '../window/use-background.ts';
import { Strip } from '../window/strip.tsx';
import { Waiting } from './waiting.tsx';

/** What needs somebody's eye: trouble, what waits, buttons without a place. */
export function Hints() {
  const { state } = useBackground();
  if (state === null) return null;
  return (
    <div className="popup-hints">
      {state.connection.state === 'away' && <Away />}
      {state.notice !== null && (
        <Strip kind={state.notice.kind} deeds={<Forget what="forget-notice" />}>
          <p>{state.notice.text}</p>
        </Strip>
      )}
      <Waiting waiting={state.waiting} />
      <LostPlaces />
    </div>
  );
}

function Away() {
  return (
    <Strip kind="waits">
      <p>
        <Trans>
          The server cannot be reached. You can start and stop; it goes out once the server is back.
        </Trans>
      </p>
    </Strip>
  );
}

function Forget({ what }: { readonly what: 'forget-notice' | 'forget-lost' }) {
  const { say } = useBackground();
  return (
    <Button size="compact-sm" variant="default" onClick={() => say({ say: what })}>
      <Trans>Dismiss</Trans>
    </Button>
  );
}

function LostPlaces() {
  const { state } = useBackground();
  const { t } = useLingui();
  const lost = state?.lost ?? [];
  if (lost.length === 0) return null;
  return (
    <Strip kind="waits" deeds={<Forget what="forget-lost" />}>
      <p>
        <Plural
          value={lost.length}
          one="A button lost its place: the page looks different from what Timegrove knows. Start on its task here instead."
          other="# buttons lost their places: the pages look different from what Timegrove knows. Start on their tasks here instead."
        />
      </p>
      <ul className="popup-lost" aria-label={t`Pages without a button`}>
        {lost.map(({ provider, item, title, address }) => (
          <li key={`${provider}/${item}`}>
            {title !== '' && <bdi>{title} </bdi>}
            <bdi className="popup-address">{address}</bdi>
          </li>
        ))}
      </ul>
    </Strip>
  );
}
