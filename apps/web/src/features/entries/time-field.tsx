import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { parseWallTime } from '@timegrove/domain/time/wall-time.ts';
import { readTyped } from '@timegrove/ui/duration-field/read-typed.ts';
import { useState } from 'react';

interface TimeFieldProps {
  readonly label: string;
  /** As `HH:MM`; empty for none yet. */
  readonly value: string;
  readonly onChange: (time: string) => void;
  readonly error?: string | undefined;
  readonly description?: string | undefined;
  readonly disabled?: boolean;
}

/** A time of day as people type it: `9`, `905`, `9:05 pm`. */
export function TimeField(props: TimeFieldProps) {
  const { label, value, onChange, error, description, disabled = false } = props;
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const reading = readTyped(typed, parseWallTime);
  const take = (): void => {
    if (reading.state === 'read') onChange(reading.value);
    if (reading.state !== 'unclear') setTyped(null);
  };
  return (
    <TextInput
      label={label}
      description={description}
      className="numbers"
      inputMode="numeric"
      disabled={disabled}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={reading.state === 'unclear' ? t`Type a time like 9:05.` : error}
    />
  );
}
