import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { formatDuration, parseDuration } from '@timegrove/domain/time/duration.ts';
import { useState } from 'react';
import { readTyped } from './read-typed.ts';

interface DurationFieldProps {
  readonly label: string;
  /** Milliseconds; null shows an empty field. */
  readonly value: number | null;
  readonly onChange: (duration: number) => void;
  readonly disabled?: boolean;
}

/** A length of time as people type it; says while typing what it understands. */
export function DurationField({ label, value, onChange, disabled = false }: DurationFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const reading = readTyped(typed, parseDuration);
  const take = (): void => {
    if (reading.state === 'read') onChange(reading.value);
    if (reading.state !== 'unclear') setTyped(null);
  };
  return (
    <TextInput
      label={label}
      className="numbers"
      disabled={disabled}
      value={typed ?? (value === null ? '' : formatDuration(value))}
      placeholder="1:30"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      rightSectionWidth={reading.state === 'read' ? 92 : 0}
      rightSection={
        reading.state === 'read' && (
          <span className="duration-field-read">{formatDuration(reading.value, 'words')}</span>
        )
      }
      error={reading.state === 'unclear' && t`Type a duration like 1:30, 1.5 or 45m.`}
    />
  );
}
