import { Kbd, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { keyPlaces, type KeyWords } from './key-words.ts';
import './keyboard.css';

/** The keys that save a way to the mouse, as a section of the help. */
export function Keyboard() {
  return (
    <section>
      <Title order={2}>
        <Trans>Keyboard</Trans>
      </Title>
      <Keys />
    </section>
  );
}

/** The keys by the place where they do something. */
export function Keys() {
  const { i18n } = useLingui();
  return (
    <div className="keys">
      {keyPlaces.map(({ place, keys }) => (
        <section key={place.id}>
          <Title order={3}>{i18n._(place)}</Title>
          <dl>
            {keys.map((one) => (
              <Key key={one.words.id} of={one} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Key({ of: { keys, control = false, words } }: { of: KeyWords }) {
  const { i18n, t } = useLingui();
  return (
    <div>
      <dt>
        {control && (
          <>
            <Kbd>{t`Ctrl`}</Kbd>
            <span className="keys-between">+</span>
          </>
        )}
        {keys.map((key, at) => (
          <span key={key}>
            {at > 0 && <span className="keys-between">{t`then`}</span>}
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </dt>
      <dd>{i18n._(words)}</dd>
    </div>
  );
}
