import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Entry } from '@timegrove/contract/entries.ts';
import { minute } from '@timegrove/domain/time/span.ts';
import { useState } from 'react';
import { browserZone } from '@timegrove/contract/device/browser-zone.ts';
import { useNow } from '../use-elapsed.ts';
import type { StartEffect } from './effect-of-start.ts';
import { EffectText } from './effect-text.tsx';
import { readStart } from './read-start.ts';
import { useEntriesAround } from './use-entries-around.ts';
import './earlier-form.css';

interface EarlierFormProps {
  /** What stands in the field at first. */
  readonly typed: string;
  /** What the button says. */
  readonly action: string;
  readonly effectOf: (startedAt: number, entries: readonly Entry[], now: number) => StartEffect;
  readonly onTake: (startedAt: number, effect: StartEffect) => void;
}

const quick = [5, 15, 30] as const;

/** Asks when it really started, and says what that does before it is done. */
export function EarlierForm({ typed: first, action, effectOf, onTake }: EarlierFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(first);
  const now = useNow(true);
  const read = typed.trim() === '' ? now : readStart(typed, now, browserZone());
  const entries = useEntriesAround(read ?? now, now);
  const effect = read === undefined ? undefined : effectOf(read, entries, now);
  const take = (startedAt: number): void => onTake(startedAt, effectOf(startedAt, entries, now));
  return (
    <form
      className="earlier-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (read !== undefined) take(read);
      }}
    >
      <TextInput
        data-autofocus
        label={t`Since`}
        placeholder={t`9:00 or 20 min ago`}
        autoComplete="off"
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={read === undefined ? t`Type a time like 9:00, or how long ago, like 20 min.` : null}
      />
      {read !== undefined && effect !== undefined && (
        <EffectText startedAt={read} now={now} effect={effect} />
      )}
      <div className="earlier-quick">
        {quick.map((minutes) => (
          <Button
            key={minutes}
            size="compact-sm"
            variant="default"
            onClick={() => take(now - minutes * minute)}
          >
            <Trans>{minutes} min ago</Trans>
          </Button>
        ))}
      </div>
      <Button type="submit" disabled={read === undefined}>
        {action}
      </Button>
    </form>
  );
}
