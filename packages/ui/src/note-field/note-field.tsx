import { TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

interface NoteFieldProps {
  readonly value: string;
  /** Called when the field is left and something else stands in it. */
  readonly onCommit: (note: string) => void;
  /** Called on Enter with what stands in the field. */
  readonly onEnter: (note: string) => void;
}

/** The note of the timer; what another window writes shows up here unless this one is being typed in. */
export function NoteField({ value, onCommit, onEnter }: NoteFieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState<string | null>(null);
  const end = (then: (note: string) => void): void => {
    setTyped(null);
    if (typed !== null && typed !== value) then(typed);
  };
  return (
    <TextInput
      className="note-field"
      aria-label={t`Note`}
      placeholder={t`Add a note`}
      maxLength={5000}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => end(onCommit)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(null);
        if (event.key !== 'Enter') return;
        setTyped(null);
        onEnter(event.currentTarget.value);
      }}
    />
  );
}
