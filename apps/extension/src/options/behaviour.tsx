import { NativeSelect, Switch } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { languages, type Language } from '@timegrove/domain/people/language.ts';
import { useBackground } from '../window/use-background.ts';
import type { WindowState } from '../window-messages.ts';

const names: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', pl: 'Polski' };

/** How the extension behaves in this browser. */
export function Behaviour({ state }: { readonly state: WindowState }) {
  const { t } = useLingui();
  const { say } = useBackground();
  const { asksAway, connection, idleMinutes, chosenLanguage } = state;
  return (
    <section aria-labelledby="behaviour">
      <h2 id="behaviour">
        <Trans>In this browser</Trans>
      </h2>
      <Switch
        label={t`Ask what to do with time away from the computer`}
        description={'memberName' in connection && <WhenAsked minutes={idleMinutes} />}
        checked={asksAway}
        onChange={(event) => say({ say: 'behave', asksAway: event.currentTarget.checked })}
      />
      <NativeSelect
        label={t`Language`}
        value={chosenLanguage ?? ''}
        data={[
          { value: '', label: t`As in my profile` },
          ...languages.map((language) => ({ value: language, label: names[language] })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const language = languages.find((one) => one === value) ?? null;
          say({ say: 'behave', language });
        }}
      />
      <p className="options-dim">
        <Trans>
          Keys: <kbd>Alt</kbd>+<kbd>Shift</kbd>+<kbd>G</kbd> opens the popup, <kbd>Alt</kbd>+
          <kbd>Shift</kbd>+<kbd>S</kbd> starts the last task or stops. The browser’s page of
          extensions changes them.
        </Trans>
      </p>
    </section>
  );
}

function WhenAsked({ minutes }: { readonly minutes: number | null }) {
  if (minutes === null) return <Trans>Your profile in Timegrove says never to ask.</Trans>;
  return (
    <Plural
      value={minutes}
      one="After one minute, as your profile in Timegrove says."
      other="After # minutes, as your profile in Timegrove says."
    />
  );
}
